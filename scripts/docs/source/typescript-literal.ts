/**
 * Writes a JSON value as people write it in TypeScript: keys without quotes where they need none, short things short.
 *
 * @param before how many characters stand before it on its line.
 */
export function literal(value: unknown, indent = "", before: number = indent.length): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const parts = isArray
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([key, item]) => `${keyText(key)}: ${literal(item, inner)}`);
  const [open, close, gap] = isArray ? ["[", "]", ""] : ["{", "}", parts.length > 0 ? " " : ""];
  const onOneLine = `${open}${gap}${parts.join(", ")}${gap}${close}`;
  if (onOneLine.length + before <= 88 && !onOneLine.includes("\n")) return onOneLine;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}
