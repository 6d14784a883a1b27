import { ComparisonError } from "./comparison-error.ts";

/** The largest document that is read, and how long a download may take. */
export interface ReadingLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** The error for a document over the limit. */
export function tooLargeError(source: string, maxBytes: number): ComparisonError {
  return new ComparisonError(`${source}: is larger than ${maxBytes} bytes`);
}
