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
    quotedPrintable(content),
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

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const EQUALS = 61;
const HEX: Buffer = Buffer.from("0123456789ABCDEF");

/** A text in quoted-printable, with soft line breaks. It is written into one buffer: a text may have ten million bytes. */
function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text.replaceAll(/\r\n?/g, "\n"));
  // Three characters for a byte, and three for each soft line break.
  const written = Buffer.allocUnsafe(Math.ceil(bytes.length * 3.2) + 8);
  let size = 0;
  let column = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === NEWLINE) {
      written[size++] = RETURN;
      written[size++] = NEWLINE;
      column = 0;
      continue;
    }
    const isBlank = byte === SPACE || byte === TAB;
    const isPlain = isBlank
      ? (bytes[index + 1] ?? NEWLINE) !== NEWLINE
      : byte > SPACE && byte <= 126 && byte !== EQUALS;
    const length = isPlain ? 1 : 3;
    if (column + length > LINE - 1) {
      written[size++] = EQUALS;
      written[size++] = RETURN;
      written[size++] = NEWLINE;
      column = 0;
    }
    if (isPlain) written[size++] = byte;
    else {
      written[size++] = EQUALS;
      written[size++] = HEX[byte >> 4] ?? 0;
      written[size++] = HEX[byte & 15] ?? 0;
    }
    column += length;
  }
  return written.toString("latin1", 0, size);
}
