import { errorText, isInstantlyError } from "@modulex-instantly/client";
import type { GuardSettings, ToolGuardOptions } from "./guard-options.ts";
import { guardSettings } from "./guard-options.ts";
import { guardedWrite } from "./guarded-write.ts";
import type { RecordedEmail } from "./provenance/mail-record.ts";
import { recordEmails, scopeOf } from "./provenance/mail-record.ts";
import { RefusedCallError, refusal } from "./refusal.ts";
import { cleanValue } from "./text/clean-text.ts";
import type { GuardedCall, GuardedResult, ToolGuard } from "./tool-guard.ts";

/**
 * Creates the guard of a server process. Its `run` never rejects.
 *
 * @throws TypeError naming the invalid option.
 */
export function createToolGuard(options: ToolGuardOptions = {}): ToolGuard {
  const settings = guardSettings(options);
  /** The scopes whose mail could not be recorded, because the store failed. All their writes need a person. */
  const unrecorded = new Set<string>();
  return {
    async run(call) {
      if (call.action.effect === "read") return runRead(call, settings, unrecorded);
      try {
        const input = validInput(call);
        return await guardedWrite({ ...call, input }, settings, unrecorded.has(scopeOf(call)));
      } catch (thrown) {
        // Whatever throws does so before the action runs.
        return refusal(call.action, reasonOf(thrown, call.signal));
      }
    },
  };
}

async function runRead(call: GuardedCall, settings: GuardSettings, unrecorded: Set<string>): Promise<GuardedResult> {
  const { output, full = output } = await call.run();
  if (call.action.name === "list_emails") {
    try {
      await recordEmails(call, full["emails"] as RecordedEmail[], settings);
    } catch {
      unrecorded.add(scopeOf(call));
    }
  }
  return { kind: "result", output: cleanValue(output), isError: !output.success };
}

/** Validates again, because equal calls must have equal inputs: without nulls and blanks. */
function validInput({ action, input }: GuardedCall): Readonly<Record<string, unknown>> {
  const validated = action.inputSchema["~standard"].validate(input);
  if ("then" in validated) throw new TypeError("validation is synchronous");
  if (validated.issues) throw new RefusedCallError(validated.issues.map(({ message }) => message).join("; "));
  return validated.value as unknown as Readonly<Record<string, unknown>>;
}

function reasonOf(thrown: unknown, signal: AbortSignal): string {
  if (thrown instanceof RefusedCallError) return thrown.message;
  if (signal.aborted) return "the call was cancelled before anything was sent";
  if (isInstantlyError(thrown)) {
    return `nothing was sent, because what it would do could not be read: ${errorText(thrown)}`;
  }
  // The error of a store may name its host.
  return "nothing was sent, because the store of this server failed: try again later, or ask its operator";
}
