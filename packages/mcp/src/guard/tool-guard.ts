import type { Action, ActionContext } from "@modulex-instantly/actions";
import type { InstantlyClient } from "@modulex-instantly/client";

/** A tool call that passed the allow list and the validation of its arguments. */
export interface GuardedCall {
  readonly action: Action;
  /** The coerced arguments, without the confirmation token. */
  readonly input: Readonly<Record<string, unknown>>;
  /** A hash of the workspace key. */
  readonly keyId: string;
  /** The session of the transport; undefined over stateless HTTP, where the key identifies the session. */
  readonly sessionId: string | undefined;
  readonly client: InstantlyClient;
  readonly signal: AbortSignal;
  readonly confirm: ConfirmPort;
  /** Called when a read for the preview waits, for progress notifications. */
  readonly onWait?: ActionContext["onWait"];
  /**
   * Runs the action itself, with progress reports and the scope memory of the server. Never rejects.
   *
   * @param input replaces the input: a deletion runs with the ids that were previewed.
   */
  run(input?: Readonly<Record<string, unknown>>): Promise<ActionOutcome>;
}

/** What an action returned. */
export interface ActionOutcome {
  /** Satisfies the output schema of the action. */
  readonly output: Readonly<Record<string, unknown>> & { readonly success: boolean; readonly error: string | null };
  /** The output before it was shortened, if it was: the guard records what mail contains from it. */
  readonly full?: Readonly<Record<string, unknown>> | undefined;
  /** Whether a failed write took effect, as far as known; null after a success. */
  readonly outcome: "not_sent" | "rejected" | "unknown" | "applied_unverified" | "none" | null;
}

/** How a person can be asked. */
export interface ConfirmPort {
  /**
   * `elicitation`: return `ask`; the server shows the form and calls the guard again with `response`.
   * `two_step`: return a preview with a token; the model passes it back as `token`.
   * `none`: refuse. `not_needed`: the server was started with `--confirm off`.
   */
  readonly mode: "elicitation" | "two_step" | "none" | "not_needed";
  /** Only for `elicitation`: the response of the person to the form with this state. The state comes from the client. */
  readonly response?: { readonly state: string; readonly action: "accept" | "decline" | "cancel" } | undefined;
  /** Only for `two_step`: the argument `confirmation_token`. */
  readonly token?: string | undefined;
}

/** A question to a person. */
export interface ConfirmationForm {
  /** Who is mailed, from which account, which text; or how many leads are deleted. */
  readonly message: string;
  /** Passed through the client and returned in `ConfirmPort.response.state`. The client can change and repeat it. */
  readonly state: string;
}

/** The outcome of a guarded call. */
export type GuardedResult =
  | {
      readonly kind: "result";
      /**
       * Satisfies the output schema of the action, without invisible and control characters. Its strings are still
       * untrusted: those that go into text go through `fence` (text/fence.ts).
       */
      readonly output: Readonly<Record<string, unknown>>;
      /** Replaces the text that the server makes of the output, for example a preview. */
      readonly text?: string | undefined;
      /** To put before the text that the server makes of the output, for example that an earlier outcome is repeated. */
      readonly note?: string | undefined;
      readonly isError: boolean;
    }
  | { readonly kind: "ask"; readonly form: ConfirmationForm };

/**
 * Decides whether and how a tool call runs. Reads go through it, too: it records what incoming mail contains, and cleans
 * the output. Over stdio, `sessionId` is one id for the process.
 */
export interface ToolGuard {
  run(call: GuardedCall): Promise<GuardedResult>;
}
