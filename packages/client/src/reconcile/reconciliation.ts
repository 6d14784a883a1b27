import type { CallOptions } from "../call/call-options.ts";

/** Whether a write with an open outcome happened, according to what was read. */
export type Reconciliation = "applied" | "not_applied" | "undetermined";

/** Options of `reconcile`. */
export interface ReconcileOptions extends CallOptions {
  /**
   * How long after the failure of the call the absence of the write counts as proof, in milliseconds. Default: 60,000.
   * Before that, the write may still be in progress, and the result is `undetermined`. For a change of interest, which
   * the API applies in the background, the time is ten times as long.
   */
  readonly settleMs?: number | undefined;
}
