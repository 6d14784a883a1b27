/** What is printed of a step of the tour. */
export interface TourStep {
  readonly why: string;
  readonly name: string;
  readonly input: object;
  readonly result: { readonly success: boolean; readonly error: string | null };
  readonly durationMs: number;
}

/** Prints a tour for people: coloured on a terminal, plain in a pipe. */
export interface TourPrinter {
  title(text: string): void;
  step(step: TourStep): void;
}

/** Builds the printer. */
export function tourPrinter(isColoured: boolean): TourPrinter {
  const paint = (code: number) => (text: string) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [bold, dim, green, red] = [paint(1), paint(2), paint(32), paint(31)];
  let count = 0;
  return {
    title: (text) => console.log(`\n${bold(text)}\n`),
    step: ({ why, name, input, result, durationMs }) => {
      count += 1;
      const mark = result.success ? green("ok") : red("failed");
      console.log(`${String(count).padStart(2)} ${bold(name)}  ${dim(why)}`);
      console.log(`   asked ${brief(input)}`);
      console.log(`   ${mark} ${brief(result)}  ${dim(`${durationMs.toFixed(0)} ms`)}`);
    },
  };
}

/** One line of a value: nulls left out, lists and texts shortened. */
function brief(value: object): string {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (inner === null || key === "success") return undefined;
    if (Array.isArray(inner) && inner.length > 1) return [inner[0], `and ${inner.length - 1} more`];
    if (typeof inner === "string" && inner.length > 48) return `${inner.slice(0, 45)}...`;
    return inner;
  });
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
