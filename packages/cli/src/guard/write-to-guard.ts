import type { InstantlyClient } from "@modulex-instantly/client";
import type { CheckFlags, RecipientFlags, RunFlags } from "../flags/run-flags.ts";

/** The flags that checks before a write read. */
export type GuardFlags = RunFlags & CheckFlags & RecipientFlags;

/** A write that is about to be made. */
export interface WriteToGuard {
  readonly input: Readonly<Record<string, unknown>>;
  readonly flags: GuardFlags;
  readonly client: InstantlyClient;
  readonly signal: AbortSignal;
  /** Tells the person something that is no reason to stop. */
  warn(message: string): void;
}
