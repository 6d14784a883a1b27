/** A goal of the sandbox, and the measured value. */
export interface GoalRow {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly isReached: boolean;
}
