import type { InstantlyErrorCode, Outcome } from "@modulex-instantly/client";
import { ArgumentScannerError, formatMessageForArgumentScannerError } from "@stricli/core";
import { CommandError } from "./command-error.ts";
import { ExitCode, exitCodeOf } from "./exit-code.ts";
import { safeText } from "./output/safe-text.ts";

/** The message of a thrown value, safe for a terminal. */
export function errorMessage(thrown: unknown): string {
  if (thrown instanceof ArgumentScannerError) {
    return safeText(
      formatMessageForArgumentScannerError(thrown, {
        ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }) => {
          const message = exception instanceof Error ? exception.message : String(exception);
          return message.startsWith("--") ? message : `${name}: ${message}`;
        },
        FlagNotFoundError: ({ input, corrections }) =>
          `there is no flag --${input}${corrections[0] === undefined ? "" : ` (did you mean ${corrections[0].replace(/^-*/, "--")}?)`}`,
      }),
    );
  }
  return safeText(thrown instanceof Error ? thrown.message : String(thrown));
}

/** The exit code for a thrown value. */
export function exitCodeOfThrown(thrown: unknown): number {
  if (thrown instanceof CommandError) return thrown.exitCode;
  if (isOfClient(thrown)) return exitCodeOf(thrown.code, thrown.outcome);
  return ExitCode.failure;
}

/** Whether it is an error of the client, without loading the client for it. */
function isOfClient(thrown: unknown): thrown is { readonly code: InstantlyErrorCode; readonly outcome: Outcome } {
  return thrown instanceof Error && thrown.name === "InstantlyError" && "code" in thrown && "outcome" in thrown;
}
