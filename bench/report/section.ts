import type { Figure } from "./figure.ts";

/** Rows of text under a heading each. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one measure found out. */
export interface Section {
  readonly title: string;
  /** How it was measured, in a paragraph. */
  readonly method: string;
  readonly figures: readonly Figure[];
  /** What is worth knowing beside the figures. */
  readonly table?: Table;
}
