import { pipeline, Readable } from "node:stream";
import type { Info } from "csv-parse";
import { CsvError, parse } from "csv-parse";
import { usageError } from "../command-error.ts";
import { detectDelimiter } from "./delimiter.ts";
import type { InputFile } from "./input-file.ts";
import type { Decode } from "./text-encoding.ts";
import { detectEncoding, textDecoder } from "./text-encoding.ts";

/** The longest row, in bytes of UTF-8. */
const MAX_ROW_BYTES = 1_048_576;
const MAX_COLUMNS = 1_000;

/** How a CSV file is to be read. */
export interface CsvFormat {
  readonly encoding: string;
  readonly delimiter: string;
  readonly hasSeparatorLine: boolean;
}

/** A row of a CSV file that has at least one cell with text. */
export interface CsvRow {
  /** The number that a spreadsheet shows for the row: the first row of the file is 1. */
  readonly number: number;
  /** Without white space around the text. */
  readonly cells: readonly string[];
}

/**
 * Detects the encoding and the delimiter of a file, unless they are given.
 *
 * @throws CommandError for a file of another format, or one that is not of its encoding.
 */
export async function detectFormat(
  file: InputFile,
  given: { readonly encoding?: string | undefined; readonly delimiter?: string | undefined },
): Promise<CsvFormat> {
  for await (const start of file.chunks()) {
    const encoding = given.encoding ?? detectEncoding(file.path, start);
    const text = withoutMark(textDecoder(file.path, encoding)(start));
    const { delimiter, hasSeparatorLine } = detectDelimiter(text);
    return { encoding, delimiter: given.delimiter ?? delimiter, hasSeparatorLine };
  }
  throw usageError(`${file.path} is empty: expected a row of column names and rows of leads`);
}

/**
 * Reads the rows of a CSV file, in constant memory. Rows without any text are left out.
 *
 * @throws CommandError naming the row or line that is not valid CSV or not of the encoding.
 */
export async function* csvRows(
  file: InputFile,
  { encoding, delimiter, hasSeparatorLine }: CsvFormat,
): AsyncGenerator<CsvRow, void, undefined> {
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: MAX_ROW_BYTES,
    // By default only the kind of line break of the first row ends the others.
    record_delimiter: ["\r\n", "\n", "\r"],
    // The number of cells is checked with the names of the columns.
    relax_column_count: true,
    // Spreadsheets take a quote within an unquoted cell as text, too.
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // The iteration of the parser reports the errors of the pipeline.
  pipeline(Readable.from(decoded(file, textDecoder(file.path, encoding))), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const number = info.records + info.empty_lines;
      if (hasSeparatorLine && number === 1) continue;
      if (record.length > MAX_COLUMNS) {
        throw usageError(`${file.path}, row ${number}: ${record.length} cells; at most ${MAX_COLUMNS} are read`);
      }
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== "")) yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? usageError(`${file.path}${csvProblem(error)}`) : error;
  } finally {
    parser.destroy();
  }
}

async function* decoded(file: InputFile, decode: Decode): AsyncGenerator<string, void, undefined> {
  let isStart = true;
  for await (const chunk of file.chunks()) {
    const text = decode(chunk);
    yield isStart ? withoutMark(text) : text;
    if (text !== "") isStart = false;
  }
  yield decode();
}

/** TextDecoder removes the mark of its own encoding only if it is not told otherwise; a label of another one keeps it. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function csvProblem(error: CsvError): string {
  const { records, empty_lines, lines } = error as CsvError & Partial<Info>;
  const row = Number(records ?? 0) + Number(empty_lines ?? 0) + 1;
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return `, row ${row}: longer than ${MAX_ROW_BYTES} bytes. Often a quote (") before it is not closed, or the file is not CSV`;
  }
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return `, row ${row}: a quote (") is not closed until the end of the file`;
  return `, line ${Number(lines ?? 0)}: ${error.message}`;
}
