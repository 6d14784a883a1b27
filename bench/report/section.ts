import type { Figure } from "./figure.ts";

/** A table of strings. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The result of a measure. */
export interface Section {
  readonly title: string;
  /** A paragraph that describes the method. */
  readonly method: string;
  readonly figures: readonly Figure[];
  /** Details besides the figures. */
  readonly table?: Table;
}
