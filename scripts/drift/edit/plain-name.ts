import { NeedsReviewError } from "./needs-review-error.ts";

/**
 * Returns a name or a value of the vendor's document if it is plain. Anything else could inject text into a file, a pull
 * request or a prompt.
 *
 * @param what the subject of the error message, such as `the field`.
 * @throws NeedsReviewError when the name is not plain.
 */
export function plainName(name: string, what: string): string {
  if (/^[\p{L}\p{N}_][\p{L}\p{N}_ .:/+@$-]{0,99}$|^-\d+(\.\d+)?$/u.test(name) && name !== "__proto__") return name;
  throw new NeedsReviewError(`${what} is not a plain name`);
}
