import { CannotCompare } from "./comparison-error.ts";

/** How much of a document is read and how long is waited for it. */
export interface ReadingLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** Says that a document is larger than is read. */
export function tooLarge(source: string, maxBytes: number): CannotCompare {
  return new CannotCompare(`${source}: is larger than ${maxBytes} bytes`);
}
