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

/** The flags that decide about checks before a write. */
export interface CheckFlags {
  readonly convertLineBreaks?: boolean | undefined;
  readonly skipChecks?: boolean | undefined;
}

/** The flags of writes with texts, senders or a sequence. */
export const checkFlags: FlagParametersForType<CheckFlags, CliContext> = {
  convertLineBreaks: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Send plain texts as HTML with <br/>, because their line breaks are lost otherwise",
  },
  skipChecks: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Send although a check of delays, line breaks, senders or the email that is replied to objects",
  },
};

/** The flag that says whom a reply may go to. */
export interface RecipientFlags {
  readonly to?: readonly string[] | undefined;
}

/** The flag of replies. */
export const recipientFlags: FlagParametersForType<RecipientFlags, CliContext> = {
  to: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: true,
    placeholder: "address",
    brief: "Whom the reply must go to: it is not sent if it would go to anybody else. Repeat the flag for more",
  },
};
