import type { CallOptions } from "../call/call-options.ts";

/** Whether a write with an open outcome happened, as far as reading can tell. */
export type Reconciliation = "applied" | "not_applied" | "undetermined";

/** How a write is looked for. */
export interface ReconcileOptions extends CallOptions {
  /**
   * How long after the call failed the absence of the write counts as proof, in milliseconds; 60,000. Earlier it may
   * still be under way, and the result is `undetermined`. A change of interest, which the API applies in the
   * background, is given ten times as long.
   */
  readonly settleMs?: number | undefined;
}
