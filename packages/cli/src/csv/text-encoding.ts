import { usageError } from "../command-error.ts";

/** Decodes a stream of bytes. The last call has no bytes. */
export type Decode = (bytes?: Uint8Array) => string;

/** The first bytes of files that are not CSV, and what these files are. */
const OTHER_FORMATS: readonly (readonly [string, string])[] = [
  ["504b0304", "a ZIP archive or an Excel workbook (.xlsx): save it as CSV UTF-8 and import that file"],
  ["d0cf11e0", "an old Excel workbook (.xls): save it as CSV UTF-8 and import that file"],
  ["1f8b", "compressed with gzip: decompress it first"],
  ["25504446", "a PDF document: export the table as CSV"],
  ["0000feff", "UTF-32: save it as CSV UTF-8"],
  ["fffe0000", "UTF-32: save it as CSV UTF-8"],
];
const MARKS: readonly (readonly [string, string])[] = [
  ["efbbbf", "utf-8"],
  ["fffe", "utf-16le"],
  ["feff", "utf-16be"],
];
/** What Windows-1252 has at 0x80 to 0x9F. Some versions of Node decode these as control characters. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const CONTEXT = 12;

/**
 * Detects the encoding from the first bytes of a file: by its byte order mark, or by the zero bytes of UTF-16. Otherwise it is
 * UTF-8.
 *
 * @throws CommandError for a file of another format, which it names.
 */
export function detectEncoding(file: string, start: Uint8Array): string {
  const hex = Buffer.from(start.subarray(0, 4)).toString("hex");
  const other = OTHER_FORMATS.find(([bytes]) => hex.startsWith(bytes));
  if (other) throw usageError(`${file} is not a CSV file but ${other[1]}`);
  const mark = MARKS.find(([bytes]) => hex.startsWith(bytes));
  if (mark) return mark[1];
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < start.length / 4) return "utf-8";
  return odd > even ? "utf-16le" : "utf-16be";
}

/**
 * Returns the canonical name of an encoding.
 *
 * @throws CommandError if this Node does not know the encoding.
 */
export function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw usageError(
      `--encoding: expected an encoding such as utf-8, utf-16le, windows-1252, windows-1251 or shift_jis, received ${JSON.stringify(label)}`,
    );
  }
}

/** Creates a decoder that fails at the first bytes that are not of the encoding, and names their line. */
export function textDecoder(file: string, encoding: string): Decode {
  if (encoding === "windows-1252") return decodeWindows1252;
  const strict = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  // Up to three bytes of a character that is continued in the next chunk.
  let rest: Uint8Array = new Uint8Array();
  return (bytes) => {
    try {
      const text = bytes ? strict.decode(bytes, { stream: true }) : strict.decode();
      lines += count(text, "\n");
      if (bytes) rest = bytes.slice(-3);
      return text;
    } catch {
      const shown = Buffer.concat([rest, bytes ?? new Uint8Array()]);
      throw usageError(wrongBytes(file, encoding, { bytes: shown, lines, isEnd: bytes === undefined }));
    }
  };
}

function wrongBytes(
  file: string,
  encoding: string,
  { bytes, lines, isEnd }: { bytes: Uint8Array; lines: number; isEnd: boolean },
): string {
  const advice =
    encoding === "utf-8"
      ? "Save the file as CSV UTF-8, or name its encoding, for example --encoding windows-1252 for a CSV file of Excel in Western Europe"
      : "Name the right encoding with --encoding, or save the file as CSV UTF-8";
  if (isEnd) return `${file} ends in the middle of a character of ${encoding}: it may be incomplete. ${advice}`;
  const text = new TextDecoder(encoding).decode(bytes);
  // The three bytes before the chunk may begin in the middle of a character.
  const at = text.indexOf("\ufffd", text.startsWith("\ufffd") ? 1 : 0);
  const before = text.slice(Math.max(0, at - CONTEXT), Math.max(0, at));
  const line = lines + count(text.slice(0, Math.max(0, at)), "\n");
  const place = before.trim() === "" ? "" : `, after ${JSON.stringify(before.split("\n").at(-1))}`;
  return `${file} is not ${encoding}: line ${line} has bytes that are not a character${place}. ${advice}`;
}

function decodeWindows1252(bytes?: Uint8Array): string {
  const text = Buffer.from(bytes ?? []).toString("latin1");
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
