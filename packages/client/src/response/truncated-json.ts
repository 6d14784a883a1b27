import { openLevels } from "./json-nesting.ts";

/**
 * Tells whether a text is the beginning of a JSON value that was cut off, as opposed to a text that is wrong.
 * A cut-off answer to a read is worth another attempt, a wrong one is not.
 */
export function isTruncatedJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && openLevels(text) > 0;
}
