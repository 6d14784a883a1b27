import { inspect } from "node:util";
import { expect } from "vitest";

/** A key with characters that every way of writing it down treats differently. */
export const canaryKey = 'iv2_Kq7/Zr+9"m\\Xw4%Tn2=Bv8&Lp6:Hc3';

/** A key of the shape the vendor issues: base64 of an id and a secret. */
export const plainKey = "MDE5YTJiM2MtNGQ1ZS02ZjcwLTgxOTItYTNiNGM1ZDZlN2Y4OlpxV2VSdFl1SW9QYQ==";

const known = new Map<string, readonly string[]>();

/** Every way in which a key can show in a text. */
export function formsOf(key: string): readonly string[] {
  const forms = known.get(key) ?? buildForms(key);
  known.set(key, forms);
  return forms;
}

function buildForms(key: string): readonly string[] {
  const windows = Array.from({ length: Math.max(0, key.length - 11) }, (_, start) => key.slice(start, start + 12));
  return [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), btoa(key), ...windows];
}

/** Fails if a text holds a key in any form. */
export function expectNoKey(text: string, key: string): void {
  const found = formsOf(key).filter((form) => text.includes(form));
  if (found.length > 0) expect(found, `the key shows in: ${text.slice(0, 2_000)}`).toEqual([]);
}

/** Fails if a thrown value shows a key in any way in which people print errors. */
export function expectNoKeyInError(error: unknown, key: string): void {
  const views = [
    inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
    JSON.stringify(error),
    String(error),
    error instanceof Error ? String(error.stack) : "",
    error instanceof Error ? inspect(error.cause, { depth: 20, showHidden: true }) : "",
  ];
  for (const view of views) expectNoKey(view ?? "", key);
}
