/**
 * Formats a JSON value as a TypeScript literal: no quotes around plain keys, and short values in one line.
 *
 * @param before the number of characters before the value on its line.
 */
export function typescriptLiteral(value: unknown, indent = "", before: number = indent.length): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const parts = isArray
    ? value.map((item) => typescriptLiteral(item, inner))
    : Object.entries(value).map(([key, item]) => `${keyText(key)}: ${typescriptLiteral(item, inner)}`);
  const [open, close, gap] = isArray ? ["[", "]", ""] : ["{", "}", parts.length > 0 ? " " : ""];
  const onOneLine = `${open}${gap}${parts.join(", ")}${gap}${close}`;
  if (onOneLine.length + before <= 88 && !onOneLine.includes("\n")) return onOneLine;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}
