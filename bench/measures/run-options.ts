/** The options of a run. A short run detects only large regressions. */
export interface RunOptions {
  readonly isShort: boolean;
}
