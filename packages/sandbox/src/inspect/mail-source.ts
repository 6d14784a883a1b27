import { headersOf } from "../serialize/outbox.ts";
import type { StoredEmail } from "../state/stored-email.ts";

const LINE = 76;
/** The bytes of an encoded word: 45 become 60 characters of base64. */
const WORD_BYTES = 45;

/** An email as a message: RFC 5322 headers, and a body in MIME. Line ends are CRLF. */
export function mailSource(email: StoredEmail): string {
  const { text = "", html, messageId } = email;
  const headers = Object.entries(headersOf(email)).map(([name, value]) => headerLine(name, value));
  headers.push("MIME-Version: 1.0");
  if (html === undefined) return [...headers, ...part("text/plain", text)].join("\r\n");
  const boundary = `=_${messageId.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 40)}`;
  return [
    ...headers,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...part("text/plain", text),
    `--${boundary}`,
    ...part("text/html", html),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

function part(type: string, content: string): string[] {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    ...content.split(/\r\n|\r|\n/).map(quotedPrintable),
  ];
}

/** A header on one or more lines. A value cannot start another header. */
function headerLine(name: string, value: string): string {
  const clean = value.replaceAll(/[\r\n\0]+/g, " ");
  const isPlain = /^[ -~]*$/.test(clean);
  return `${name}: ${isPlain ? folded(clean, name.length + 2) : encodedWords(clean)}`;
}

/** Breaks a long value at spaces. */
function folded(value: string, start: number): string {
  let length = start;
  return value
    .split(" ")
    .map((word, index) => {
      const isOver = index > 0 && length + word.length + 1 > LINE;
      length = isOver ? word.length + 1 : length + word.length + 1;
      return index === 0 ? word : `${isOver ? "\r\n " : " "}${word}`;
    })
    .join("");
}

/** The encoded words of RFC 2047, each of whole characters. */
function encodedWords(value: string): string {
  const words: string[] = [];
  let word = "";
  let length = 0;
  for (const character of value) {
    const size = sizeOf(character.codePointAt(0) ?? 0);
    if (length + size > WORD_BYTES) {
      words.push(word);
      word = "";
      length = 0;
    }
    word += character;
    length += size;
  }
  words.push(word);
  return words.map((each) => `=?utf-8?B?${Buffer.from(each).toString("base64")}?=`).join("\r\n ");
}

/** The bytes of a character in UTF-8. */
function sizeOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

const SPACE = 32;
const TAB = 9;

/** Each byte in quoted-printable. */
const QUOTED: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || byte === SPACE || byte === TAB;
  return isPlain ? String.fromCharCode(byte) : hex(byte);
});

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** One line in quoted-printable, with soft line breaks. */
function quotedPrintable(line: string): string {
  const bytes = Buffer.from(line);
  let text = "";
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    const isBlankEnd = index === bytes.length - 1 && (byte === SPACE || byte === TAB);
    const piece = isBlankEnd ? hex(byte) : (QUOTED[byte] ?? "");
    if (length + piece.length > LINE - 1) {
      text += "=\r\n";
      length = 0;
    }
    text += piece;
    length += piece.length;
  }
  return text;
}
