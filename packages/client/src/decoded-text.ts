const NAMES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

/** A character in percent-encoding, as an escape of JSON or JavaScript, or as an entity of HTML, or a `/`, `"` or `\`. */
const ENCODED = /(?:%|\\+u00|\\+x)([\da-f]{2})|&#x0*([\da-f]{2});|&#0*(\d{2,3});|&(quot|apos|amp|lt|gt);|\\+(["\\/])/gi;

/**
 * Decodes every encoded ASCII character of a text, once.
 *
 * @param places where in an original each character of the text begins, and where the last one ends.
 * @returns the decoded text and its places, or nothing if nothing is encoded.
 */
export function decoded(text: string, places?: readonly number[]): [text: string, places: number[]] | [] {
  let plain = "";
  let next = 0;
  const found: number[] = [];
  const keepUntil = (end: number) => {
    plain += text.slice(next, end);
    for (; next < end; next += 1) found.push(places?.[next] ?? next);
  };
  for (const { 0: whole, 1: escaped, 2: hex = escaped, 3: decimal, 4: name, 5: same, index } of text.matchAll(
    ENCODED,
  )) {
    keepUntil(index);
    plain +=
      same ?? NAMES[name?.toLowerCase() ?? ""] ?? String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal));
    found.push(places?.[index] ?? index);
    next += whole.length;
  }
  if (next === 0) return [];
  keepUntil(text.length);
  found.push(places?.[next] ?? next);
  return [plain, found];
}
