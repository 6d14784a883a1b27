import type { CliContext } from "../context.ts";
import type { Row } from "../output/fields.ts";
import { startProgressBar } from "../output/progress-bar.ts";
import type { ResultPrinter } from "../output/result-printer.ts";

const PAGE = 100;

/** What a list is read with. */
export interface PagedRead {
  readonly listField: string;
  /** The most items to read. */
  readonly max: number;
  readonly input: Readonly<Record<string, unknown>>;
  run(input: Readonly<Record<string, unknown>>): Promise<Row>;
}

/**
 * Reads the pages of a list until there are enough items, with a progress bar. It ends at a page without a cursor, an
 * empty page, or a cursor that was there before.
 *
 * @returns the result of the last page, with all items unless the printer has printed them.
 */
export async function readPages(
  context: Pick<CliContext, "stderr">,
  { listField, max, input, run }: PagedRead,
  printer: ResultPrinter,
): Promise<Row> {
  const kept: Row[] = [];
  const seen = new Set<string>();
  let count = 0;
  let cursor = input["starting_after"];
  const bar = await startProgressBar(context, listField, Number.isFinite(max) ? max : undefined);
  try {
    for (;;) {
      const limit = Math.min(typeof input["limit"] === "number" ? input["limit"] : PAGE, max - count);
      const output = await run({ ...input, limit, ...(cursor === undefined ? {} : { starting_after: cursor }) });
      if (output["success"] !== true) return { ...output, ...progress(count, cursor) };
      const items = (output[listField] as readonly Row[]).slice(0, max - count);
      if (printer.isStreaming) await printer.page(items);
      else kept.push(...items);
      count += items.length;
      bar.update(count);
      const next = output["next_starting_after"];
      const isLast = typeof next !== "string" || items.length === 0 || seen.has(next);
      if (isLast || count >= max) {
        const rest = isLast ? null : next;
        return { ...output, [listField]: kept, count, next_starting_after: rest };
      }
      seen.add(next);
      cursor = next;
    }
  } finally {
    bar.stop();
  }
}

/** Where a failed walk can be resumed. */
function progress(count: number, cursor: unknown): Row {
  if (count === 0 || typeof cursor !== "string") return {};
  return { resume: { count, starting_after: cursor } };
}
