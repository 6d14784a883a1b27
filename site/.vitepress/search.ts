/*
 * VitePress copies these functions into the page by their source, so they use nothing from outside of them.
 */

/** Splits a text into words. A name such as `rate_limited` or a flag such as `--allow` is found whole, too. */
export function tokenize(text: string): string[] {
  const words = text.split(/[\n\r\p{Z}\p{P}]+/u);
  const names = text.match(/--[a-z][a-z-]+|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+/g);
  return names === null ? words : [...words, ...names];
}

/** Guides come before references, which repeat their words. */
export function boostDocument(id: string): number {
  if (id.includes("/guides/") || id.includes("/packages/")) return 2;
  if (id.includes("/api/") || id.includes("/schemas/") || id.includes("/maintainers/")) return 0.3;
  return 1;
}
