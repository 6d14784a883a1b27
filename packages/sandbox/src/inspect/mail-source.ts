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
  let bytes = Buffer.alloc(0);
  for (const character of value) {
    const next = Buffer.from(character);
    if (bytes.length + next.length > WORD_BYTES) {
      words.push(bytes.toString("base64"));
      bytes = Buffer.alloc(0);
    }
    bytes = Buffer.concat([bytes, next]);
  }
  words.push(bytes.toString("base64"));
  return words.map((word) => `=?utf-8?B?${word}?=`).join("\r\n ");
}

/** One line in quoted-printable, with soft line breaks. */
function quotedPrintable(line: string): string {
  const pieces: string[] = [];
  let length = 0;
  const bytes = Buffer.from(line);
  for (const [index, byte] of bytes.entries()) {
    const isLast = index === bytes.length - 1;
    const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !isLast);
    const piece = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (length + piece.length > LINE - 1) {
      pieces.push("=\r\n");
      length = 0;
    }
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("");
}
