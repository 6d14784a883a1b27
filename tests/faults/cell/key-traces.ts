import { inspect } from "node:util";

const WINDOW = 12;

/** Names the texts that contain a part of the key of 12 characters or more. */
export function keyTraces(key: string, surfaces: Readonly<Record<string, unknown>>): string[] {
  const forms = [key, Buffer.from(key).toString("base64"), encodeURIComponent(key)];
  const pieces = new Set(forms.flatMap((form) => piecesOf(form)));
  return Object.entries(surfaces)
    .map(([name, surface]) => ({ name, text: textsOf(surface).join("\n") }))
    .filter(({ text }) => [...pieces].some((piece) => text.includes(piece)))
    .map(({ name }) => `the key is found in ${name}`);
}

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - WINDOW + 1) }, (_, start) => text.slice(start, start + WINDOW));
}

/** Every text that a value can be converted to. */
function textsOf(value: unknown): string[] {
  const texts = [inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true }), String(value)];
  texts.push(JSON.stringify(value) ?? "");
  if (value instanceof Error) texts.push(value.stack ?? "", value.message, ...textsOf(value.cause));
  return texts;
}
