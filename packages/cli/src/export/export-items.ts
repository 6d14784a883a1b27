import type { IterateOptions, Iteration } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import { interruptedError } from "../command-error.ts";
import type { Output } from "./output-file.ts";

const MAX_PAGES = 1_000_000;

/** Turns items into the text of a file. */
export interface ItemWriter<Item> {
  /** The text before the first item, which may depend on the first page. */
  start(firstPage: readonly Item[]): string;
  item(item: Item): string;
}

/** What an export needs, besides where it comes from and where it goes. */
export interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  readonly max?: number | undefined;
  readonly onProgress?: ((items: number) => void) | undefined;
}

/**
 * Writes all items of a list, page by page: one is written while the next one is requested. Returns their number.
 *
 * @param list starts the iteration with these options.
 * @throws InstantlyError if a page cannot be read, CommandError if the output cannot be written. The output is discarded then.
 */
export async function exportItems<Item>(
  list: (options: IterateOptions) => Iteration<Item>,
  writer: ItemWriter<Item>,
  output: Output,
  { signal, max, onProgress }: ExportOptions,
): Promise<number> {
  let count = 0;
  try {
    const pages = list({ prefetch: 1, maxPages: MAX_PAGES, maxItems: max, signal }).pages();
    let isStarted = false;
    for await (const { items } of pages) {
      const start = isStarted ? "" : writer.start(items);
      isStarted = true;
      if (!(await output.write(start + items.map((item) => writer.item(item)).join("")))) break;
      count += items.length;
      onProgress?.(count);
    }
    if (!isStarted) await output.write(writer.start([]));
    await output.finish();
    return count;
  } catch (error) {
    if (signal?.aborted && isInstantlyError(error, "aborted")) throw interruptedError();
    throw error;
  } finally {
    await output.discard();
  }
}
