/** One goal of the sandbox and what was measured. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly isReached: boolean;
}
