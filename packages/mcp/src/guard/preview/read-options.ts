import type { CallOptions } from "@modulex-instantly/client";
import type { GuardedCall } from "../tool-guard.ts";

/** The options of the reads for a preview: they end with the call, and report what they wait for. */
export function readOptions({ action, signal, onWait }: GuardedCall): CallOptions {
  if (!onWait) return { signal };
  return {
    signal,
    hooks: {
      onWait: ({ delayMs, attempt }) => {
        const waitMs = delayMs === undefined ? null : Math.ceil(delayMs);
        onWait({ action: action.name, reason: "rate_limit", waitMs, attempts: attempt });
      },
    },
  };
}
