import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvRows, detectFormat } from "./csv-rows.ts";
import { knownDelimiter } from "./delimiter.ts";
import { openInputFile } from "./input-file.ts";
import { knownEncoding } from "./text-encoding.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "csv-rows-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array, given: { encoding?: string; delimiter?: string } = {}) {
  const file = path.join(folder, "file.csv");
  writeFileSync(file, content);
  return readFrom(file, given);
}
async function readFrom(file: string, given: { encoding?: string; delimiter?: string } = {}) {
  const input = await openInputFile(file);
  try {
    const rows: [number, ...string[]][] = [];
    for await (const { number, cells } of csvRows(input, await detectFormat(input, given)))
      rows.push([number, ...cells]);
    return rows;
  } finally {
    await input.close();
  }
}
const problem = (given: Promise<unknown>) =>
  given.then(
    () => "no error",
    (error: { message: string; exitCode?: number }) =>
      `${error.exitCode}: ${error.message.replaceAll(`${folder}/`, "")}`,
  );

const TEXT = "email;name\r\nada@x.example.com;Zoë Ḿüller\r\nb@x.example.com;Ωμέγα 名前 עברית नाम 🌱\r\n";
const ROWS = [
  [1, "email", "name"],
  [2, "ada@x.example.com", "Zoë Ḿüller"],
  [3, "b@x.example.com", "Ωμέγα 名前 עברית नाम 🌱"],
];
const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};

describe("a file of a spreadsheet", () => {
  test.each<[string, string | Uint8Array]>([
    ["UTF-8", TEXT],
    ["UTF-8 with a mark", `\ufeff${TEXT}`],
    ["UTF-16 with a mark", utf16(`\ufeff${TEXT}`)],
    ["big-endian UTF-16 with a mark", utf16(`\ufeff${TEXT}`, true)],
    ["UTF-16 without a mark", utf16(TEXT)],
    ["big-endian UTF-16 without a mark", utf16(TEXT, true)],
    ["line feeds", TEXT.replaceAll("\r\n", "\n")],
    ["carriage returns", TEXT.replaceAll("\r\n", "\r")],
    ["commas", TEXT.replaceAll(";", ",")],
    ["tabs", TEXT.replaceAll(";", "\t")],
    ["pipes", TEXT.replaceAll(";", "|")],
    ["line breaks of several kinds", TEXT.replace("Ḿüller\r\n", "Ḿüller\n")],
    ["a line feed, then others", TEXT.replace("\r\n", "\n")],
    ["a carriage return, then others", TEXT.replace("\r\n", "\r")],
    ["quotes", TEXT.replaceAll("email", '"email"')],
    ["no line break at the end", TEXT.trimEnd()],
  ])("with %s is read", async (_, content) => {
    expect(await read(content)).toEqual(ROWS);
  });

  test("with its separator line is read, and the line counts", async () => {
    expect(await read('sep=;\r\na;b,c\r\n1;"2;3"\r\n')).toEqual([
      [2, "a", "b,c"],
      [3, "1", "2;3"],
    ]);
  });

  test("has the row numbers that a spreadsheet shows, after empty rows and quoted line breaks", async () => {
    expect(await read('a,b\n\n\n1,"x\ny"\n,,\n\n3," 4 "\n')).toEqual([
      [1, "a", "b"],
      [4, "1", "x\ny"],
      [7, "3", "4"],
    ]);
  });

  test("with a line break of two characters across any boundary of a chunk is read", async () => {
    for (const shift of [0, 1, 2, 3]) {
      const text = `${"x".repeat(65_530 + shift)},a\r\nb,c\r\n\r\nd,e\r\n`;
      expect((await read(text)).slice(1), `${shift}`).toEqual([
        [2, "b", "c"],
        [4, "d", "e"],
      ]);
    }
  });

  test("with two delimiters in the names is split as its other rows are", async () => {
    expect(await read("E-Mail;Name, Vorname\na@x.example.com;Ada\n")).toEqual([
      [1, "E-Mail", "Name, Vorname"],
      [2, "a@x.example.com", "Ada"],
    ]);
    expect((await read("Email,A|B\na@x.example.com,Ada\n"))[1]).toEqual([2, "a@x.example.com", "Ada"]);
    expect((await read("Email,A;B\n"))[0]).toEqual([1, "Email", "A;B"]);
  });

  test("in Windows-1252 is read with --encoding, and named without", async () => {
    const bytes = Buffer.from("email,name\nada@x.example.com,Zo\xeb \x80\n", "latin1");
    expect(await read(bytes, { encoding: "windows-1252" })).toEqual([
      [1, "email", "name"],
      [2, "ada@x.example.com", "Zoë €"],
    ]);
    expect(await problem(read(bytes))).toMatch(
      /^2: file.csv is not utf-8: line 2 has bytes that are not a character, after "ample.com,Zo"\. Save .* --encoding windows-1252/,
    );
  });

  test.each([
    ["windows-1251", "Привет", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]],
    ["shift_jis", "名前", [0x96, 0xbc, 0x91, 0x4f]],
  ])("in %s is read with --encoding", async (encoding, text, bytes) => {
    expect(await read(Uint8Array.from(bytes), { encoding })).toEqual([[1, text]]);
  });

  test("has characters that are divided between two reads", async () => {
    const cells = Array.from({ length: 40_000 }, (_, index) => "名".repeat(index % 5));
    const rows = await read(cells.join("\n"));
    expect(rows.map(([, cell]) => cell)).toEqual(cells.filter((cell) => cell !== ""));
  });

  test("of any cells comes back as it was written", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", "").trim());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(",", ";", "\t"), async (rows, delimiter) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter))
          .join("\r\n");
        const expected = rows.flatMap((row, index) => (row.some(Boolean) ? [[index + 1, ...row]] : []));
        expect(await read(text, { delimiter })).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a file that cannot be read", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["is empty", "", /^2: file.csv is empty/],
    ["is a workbook", Buffer.from("504b03041400", "hex"), /an Excel workbook \(.xlsx\): save it as CSV UTF-8/],
    ["is an old workbook", Buffer.from("d0cf11e0a1b1", "hex"), /an old Excel workbook/],
    ["is compressed", Buffer.from("1f8b0800", "hex"), /compressed with gzip/],
    ["is UTF-32", Buffer.from("fffe000065000000", "hex"), /UTF-32/],
    ["ends within a character", Buffer.from([0x61, 0xe2, 0x82]), /ends in the middle of a character of utf-8/],
    ["has half a character of UTF-16", utf16("\ufeffab\ud83d;c\n"), /is not utf-16le: line 1/],
    ["has an open quote", 'a,b\n1,2\n"3,4\n5,6\n', /^2: file.csv, row 3: a quote \("\) is not closed/],
    [
      "has a row that is too long",
      `a,b\n1,${"x".repeat(1_100_000)}\n`,
      /^2: file.csv, row 2: longer than 1048576 bytes/,
    ],
    ["has too many columns", `a\n${",".repeat(1_500)}x\n`, /row 2: 1501 cells; at most 1000/],
  ])("because it %s is named", async (_, content, message) => {
    expect(await problem(read(content))).toMatch(message);
  });

  test("because it is a directory, missing, or a pipe is named", async () => {
    mkdirSync(path.join(folder, "folder"));
    execFileSync("mkfifo", [path.join(folder, "pipe")]);
    expect(await problem(openInputFile(path.join(folder, "folder")))).toBe(
      "2: folder is a directory: name the CSV file in it",
    );
    expect(await problem(openInputFile(path.join(folder, "none")))).toMatch(/^2: none cannot be read: .*\(ENOENT\)/);
    expect(await problem(openInputFile(path.join(folder, "pipe")))).toMatch(/^2: pipe is not a regular file/);
  });

  test("because a line has 100 MB fails in little memory", async () => {
    const file = path.join(folder, "long.csv");
    const descriptor = openSync(file, "w");
    writeSync(descriptor, "email\n");
    const chunk = Buffer.alloc(1_000_000, "x");
    for (let count = 0; count < 100; count += 1) writeSync(descriptor, chunk);
    closeSync(descriptor);
    const before = process.memoryUsage();
    expect(await problem(readFrom(file))).toMatch(/^2: long.csv, row 2: longer than 1048576 bytes/);
    const after = process.memoryUsage();
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(32 * 1_048_576);
  });

  test("because it was changed meanwhile is named", async () => {
    const file = path.join(folder, "changing.csv");
    writeFileSync(file, "a\n1\n");
    const input = await openInputFile(file);
    await input.assertUnchanged();
    writeFileSync(file, "a\n1\n2\n");
    expect(await problem(input.assertUnchanged())).toMatch(/^2: changing.csv was changed while it was read/);
    await input.close();
  });
});

test("a flag with an unknown encoding or delimiter is rejected", () => {
  expect(() => knownEncoding("utf-9")).toThrow(/--encoding: expected an encoding such as utf-8.*"utf-9"/);
  expect(knownEncoding("Latin1")).toBe("windows-1252");
  expect(() => knownDelimiter("x")).toThrow(/--delimiter: expected comma, semicolon, tab, pipe/);
  expect(["tab", "\\t", ";", "Comma"].map(knownDelimiter)).toEqual(["\t", "\t", ";", ","]);
});
