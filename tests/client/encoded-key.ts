import { expect } from "vitest";

const hex = (character: string, length = 2) => character.charCodeAt(0).toString(16).padStart(length, "0");
const each = (text: string, encode: (character: string, index: number) => string) => [...text].map(encode).join("");
const base64Url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const names: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
};

/** The ways in which servers write a key down, in a text as it is once its JSON is parsed. */
export const keyForms: Readonly<Record<string, (key: string) => string>> = {
  "as it is": (key) => key,
  "behind Bearer": (key) => `Bearer ${key}`,
  "within a JSON text": (key) => JSON.stringify({ authorization: `Bearer ${key}` }),
  "within a JSON text within a JSON text": (key) => JSON.stringify(JSON.stringify({ key })),
  "with JSON escapes": (key) => each(key, (character) => `\\u${hex(character, 4)}`),
  "with JSON escapes in upper case": (key) => each(key, (character) => `\\u${hex(character, 4).toUpperCase()}`),
  "with some JSON escapes": (key) => each(key, (it, index) => (index % 5 ? it : `\\u${hex(it, 4)}`)),
  "with escaped slashes": (key) => key.replaceAll("/", "\\/"),
  "with JavaScript escapes": (key) => each(key, (character) => `\\x${hex(character)}`),
  "percent-encoded": (key) => encodeURIComponent(key),
  "percent-encoded in lower case": (key) => encodeURIComponent(key).replaceAll(/%../g, (code) => code.toLowerCase()),
  "percent-encoded throughout": (key) => each(key, (character) => `%${hex(character)}`),
  "percent-encoded in mixed case": (key) => each(key, (it, index) => `%${index % 2 ? hex(it) : hex(it).toUpperCase()}`),
  "percent-encoded twice": (key) => encodeURIComponent(encodeURIComponent(key)),
  "percent-encoded throughout, twice": (key) => each(key, (character) => `%25${hex(character)}`),
  "in a URL": (key) => `https://api.example.com/?key=${encodeURIComponent(key)}&x=1`,
  "as base64": (key) => btoa(key),
  "as base64url": base64Url,
  "as base64 behind Bearer": (key) => btoa(`Bearer ${key}`),
  "as base64 of a user's key": (key) => btoa(`me:${key}`),
  "as base64url of a user's key": (key) => base64Url(`user:${key}:more`),
  "as base64 in front of others": (key) => btoa(`${key}, and so on`),
  "as base64, percent-encoded": (key) => encodeURIComponent(btoa(`user:${key}`)),
  "with entities where they are needed": (key) => key.replaceAll(/["&<>']/g, (it) => names[it] ?? it),
  "with decimal entities": (key) => each(key, (character) => `&#${character.charCodeAt(0)};`),
  "with hexadecimal entities": (key) => each(key, (character) => `&#x${hex(character)};`),
  "in pieces": (key) => key.replace(/.{24}/, "$& and "),
};

/** Undoes one level of every encoding, in other words than the client does. */
function decodeOnce(text: string): string {
  return text
    .replaceAll(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .replaceAll(/\\u00[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(2), 16)))
    .replaceAll(/\\x[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(2), 16)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/&(quot|amp|lt|gt);/g, (entity) => Object.keys(names).find((name) => names[name] === entity) ?? "")
    .replaceAll(/\\(["\\/])/g, "$1");
}

/** Everything that can be read out of a text by undoing encodings. */
function readings(text: string): string[] {
  // A level that changes nothing adds nothing, and an equal run of characters has equal bytes.
  const found = new Set([text]);
  let last = text;
  for (let level = 0; level < 4; level += 1) {
    last = decodeOnce(last);
    found.add(last);
  }
  const runs = new Set([...found].flatMap((reading) => reading.match(/[\w+/-]{16,}/g) ?? []));
  const bytes = [...runs].flatMap((run) =>
    [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), "base64").toString("latin1")),
  );
  return [...found, ...bytes];
}

/** Fails if a piece of 12 characters of the key can be read out of a text, however it is encoded. */
export function expectKeyUnreadable(text: string, key: string): void {
  // One text to search in. No key has the character between them.
  const all = readings(text).join("\0");
  for (let start = 0; start + 12 <= key.length; start += 1) {
    const piece = key.slice(start, start + 12);
    if (all.includes(piece)) expect(piece, `can be read in ${text.slice(0, 500)}`).toBe("");
  }
}
