/** How a call ended in a process that went on; without a code it was an action, whose errors are texts. */
export interface Survival {
  readonly name: string;
  readonly code: string | undefined;
  readonly outcome: string | undefined;
}

/** What a process that was to survive has to say. */
export interface SurvivalReport {
  /** Everything that nobody handled. */
  readonly noise: readonly string[];
  readonly survivals: readonly Survival[];
}
