/** Starts everything that the scaffold could not know. In two parts, so that this file does not contain it. */
export const TODO: string = `TODO${"(new-operation):"}`;

/** A text that a person must replace. */
export function todo(what: string): string {
  return `${TODO} ${what}`;
}
