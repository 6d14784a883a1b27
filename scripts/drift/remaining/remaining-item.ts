/** Something that a person must write or decide. */
export interface RemainingItem {
  /** The file, with a line where there is one, or the name of a test. */
  readonly place: string;
  /** What to do there. */
  readonly what: string;
}
