import type { FlagParametersForType } from "@stricli/core";
import type { CliContext } from "../context.ts";

/** The flags that say how a command that may write is run. */
export interface RunFlags {
  readonly dryRun?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

/** The flags of every command that may write. */
export const runFlags: FlagParametersForType<RunFlags, CliContext> = {
  dryRun: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print the request instead of sending it: no network, and no key needed",
  },
  yes: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Send, activate or delete without a question, for scripts",
  },
};
