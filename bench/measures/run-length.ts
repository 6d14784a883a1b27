/** The length of a run. A short run detects only large regressions. */
export interface RunLength {
  readonly isShort: boolean;
}
