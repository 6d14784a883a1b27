import { NotApplicable } from "./needs-review-error.ts";

/**
 * Lets a name or a value of the vendor's document into the spec only if it is a plain one, so that nothing in the
 * document can write more than a name into a file, a pull request or a prompt.
 *
 * @throws NotApplicable naming what it is for.
 */
export function plainName(name: string, what: string): string {
  if (/^[\p{L}\p{N}_][\p{L}\p{N}_ .:/+@$-]{0,99}$|^-\d+(\.\d+)?$/u.test(name) && name !== "__proto__") return name;
  throw new NotApplicable(`${what} is not a plain name`);
}
