/** A mutant that no test can kill, because nobody could tell it from the original. */
export interface Survivor {
  /** The name of the file, in whatever folder. */
  readonly file: string;
  /** The code that was replaced, with single spaces. */
  readonly text: string;
  readonly replacement: string;
  readonly reason: string;
}

/** The survivors that a person has looked at. They count as survivors in every score. */
export const survivors: readonly Survivor[] = [];
