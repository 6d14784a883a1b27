import type { Page } from "playwright-core";

/** The contrast between the text and background colours of a page, by the formula of WCAG. */
export function contrasts(page: Page, pairs: readonly (readonly [string, string])[]): Promise<number[]> {
  return page.evaluate((given) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const probe = document.createElement("i");
    document.body.append(probe);
    const luminance = (variable: string): number => {
      probe.style.color = `var(${variable})`;
      if (!canvas) throw new Error("no canvas");
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const parts = [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part / 255);
      const [red = 0, green = 0, blue = 0] = parts.map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return given.map(([text, ground]) => {
      const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    });
  }, pairs);
}
