import type { ActionCommand } from "../catalog/action-command.ts";
import { resultShape } from "../catalog/result-shape.ts";
import type { CliContext } from "../context.ts";
import type { OutputFlags, OutputFormat } from "../flags/output-flags.ts";
import { outputFormat } from "../flags/output-flags.ts";
import { codeWords } from "./code-words.ts";
import { cellText, tableColumns } from "./columns.ts";
import { csvLine } from "./csv-cell.ts";
import type { Row } from "./fields.ts";
import { assertKnownFields, pickFields } from "./fields.ts";
import { print } from "./print.ts";
import { safeJson, safeLine } from "./safe-text.ts";
import type { Select } from "./select.ts";
import { compileSelect } from "./select.ts";
import { formatTable } from "./table.ts";

/** How many items a list returns without `--limit`. */
const DEFAULT_LIMIT = 10;

/** Prints the result of an action. */
export interface ResultPrinter {
  readonly format: OutputFormat;
  /** Whether pages are printed as they come, so that nobody needs to keep them. */
  readonly isStreaming: boolean;
  /** Prints a page of a list, if the format can. */
  page(items: readonly Row[]): Promise<void>;
  /** Prints the result, or what is left of it. */
  finish(output: Row): Promise<void>;
}

/**
 * Creates the printer for what the flags ask for.
 *
 * @throws CommandError for two formats, an unknown field or an invalid expression.
 */
export async function resultPrinter(
  { stdout }: Pick<CliContext, "stdout">,
  { action, group }: ActionCommand,
  flags: OutputFlags & { readonly limit?: unknown; readonly max?: unknown },
): Promise<ResultPrinter> {
  const shape = resultShape(action);
  const format = outputFormat(flags, stdout.isTTY === true);
  const fields = flags.fields?.length ? flags.fields : undefined;
  if (fields) assertKnownFields(fields, shape.fields);
  const select: Select = flags.select === undefined ? (value) => value : await compileSelect(flags.select);
  const pick = (row: Row): Row => (fields ? pickFields(row, fields) : row);
  const itemsOf = (output: Row): readonly Row[] => {
    const main = output[shape.listField ?? shape.objectField ?? ""];
    if (Array.isArray(main)) return main as Row[];
    if (typeof main === "object" && main !== null) return [main as Row];
    return [Object.fromEntries(shape.fields.map((name) => [name, output[name]]))];
  };
  let isHeaderPrinted = false;
  const printers: Readonly<Record<OutputFormat, Pick<ResultPrinter, "page" | "finish">>> = {
    json: {
      page: async () => undefined,
      finish: async (output) => {
        const main = shape.listField ?? shape.objectField;
        const picked =
          fields === undefined || output["success"] !== true
            ? output
            : {
                ...output,
                ...(main === undefined
                  ? {}
                  : { [main]: shape.listField ? itemsOf(output).map(pick) : pick(itemsOf(output)[0] ?? {}) }),
              };
        await print(stdout, `${safeJson(select(picked), 2)}\n`);
      },
    },
    ndjson: {
      page: async (items) => {
        for (const item of items) await print(stdout, `${safeJson(select(pick(item)))}\n`);
      },
      finish: async (output) => {
        if (output["success"] !== true) await print(stdout, `${safeJson(output)}\n`);
      },
    },
    csv: {
      page: async (items) => {
        const columns = fields ?? shape.fields;
        if (!isHeaderPrinted) await print(stdout, csvLine(columns));
        isHeaderPrinted = true;
        for (const item of items) await print(stdout, csvLine(Object.values(pickFields(item, columns))));
      },
      finish: async () => undefined,
    },
    table: {
      page: async () => undefined,
      finish: async (output) => {
        if (output["success"] !== true) return;
        const items = itemsOf(output);
        const words = await codeWords(group);
        if (shape.listField === undefined) {
          await printObject(items[0] ?? {});
          return;
        }
        const columns = fields ?? tableColumns(group, shape.fields, items);
        const rows = items.map((item) =>
          Object.entries(pickFields(item, columns)).map(([name, value]) => cellText(name, value, words)),
        );
        if (rows.length === 0) await print(stdout, `No ${group} found.\n`);
        else await print(stdout, `${await formatTable(columns, rows, stdout.columns, fields === undefined)}\n`);
        const next = output["next_starting_after"];
        // A short page has a cursor, too.
        if (typeof next === "string" && rows.length >= Number(flags.max ?? flags.limit ?? DEFAULT_LIMIT)) {
          await print(stdout, `There may be more: --all, or --starting-after ${safeLine(next)}\n`);
        }

        async function printObject(item: Row): Promise<void> {
          const shown = Object.entries(pick(item)).filter(([, value]) => value !== null && value !== undefined);
          const lines = shown.map(([name, value]) => [name, cellText(name, value, words)]);
          for (const [name = "", value = ""] of lines) await print(stdout, `${name}: ${safeLine(value)}\n`);
        }
      },
    },
  };
  const { page, finish } = printers[format];
  const isStreaming = format === "ndjson" || format === "csv";
  return {
    format,
    isStreaming,
    page,
    finish: async (output) => {
      // A result that is no list has a single page.
      if (isStreaming && shape.listField === undefined && output["success"] === true) await page(itemsOf(output));
      await finish(output);
    },
  };
}
