import { safeJson } from "../output/safe-text.ts";
import type { ItemWriter } from "./export-items.ts";

/** Writes items as JSON lines, exactly as the API sent them. */
export function jsonLines(): ItemWriter<unknown> {
  return { start: () => "", item: (item) => `${safeJson(item)}\n` };
}
