import type { Action, ActionName, ActionResult, ActionWait } from "@modulex-instantly/actions";
import { actions, runAction } from "@modulex-instantly/actions";
import type { InstantlyClient, RateLimiter } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import type { Sandbox, SandboxOptions } from "@modulex-instantly/sandbox";
import { createSandbox } from "@modulex-instantly/sandbox";
import type {
  ActionOutcome,
  ConfirmPort,
  GuardedResult,
  ToolGuard,
} from "../../../packages/mcp/src/guard/tool-guard.ts";

type Input = Readonly<Record<string, unknown>>;

/** Who calls: by default one session of one key, whose client can show forms. */
export interface Caller {
  readonly confirm?: ConfirmPort;
  readonly sessionId?: string | undefined;
  readonly keyId?: string;
  readonly signal?: AbortSignal;
  readonly onWait?: (wait: ActionWait) => void;
}

/** A sandbox whose actions run through a guard. */
export interface GuardedSandbox {
  readonly sandbox: Sandbox;
  readonly client: InstantlyClient;
  call(name: ActionName, input: Input, caller?: Caller): Promise<GuardedResult>;
  /** Calls, accepts the question if there is one, and calls again. */
  callAndAccept(name: ActionName, input: Input, caller?: Caller): Promise<GuardedResult>;
  /** How many writes were received by the API, whatever became of them. */
  writes(): number;
  /** How many replies and activations took effect. */
  sends(): number;
}

const elicitation: ConfirmPort = { mode: "elicitation" };

/**
 * Opens a sandbox behind a guard.
 *
 * @param rewrite changes responses of the API, for example to put words into incoming mail.
 */
export function guardedSandbox(
  guard: ToolGuard,
  options: {
    readonly sandbox?: SandboxOptions;
    readonly scenario?: string;
    /** The rate limits of the client. Default: none. */
    readonly rateLimiter?: RateLimiter;
    readonly rewrite?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  } = {},
): GuardedSandbox {
  const sandbox = createSandbox({ limits: "off", ...options.sandbox });
  sandbox.load(options.scenario ?? "replies");
  sandbox.clearJournal();
  const fetch = (options.rewrite ?? ((original) => original))(sandbox.fetch);
  const client = createInstantlyClient({
    apiKey: sandbox.keys.full,
    fetch,
    rateLimiter: options.rateLimiter ?? false,
    retry: false,
  });
  const call: GuardedSandbox["call"] = (name, input, caller = {}) => {
    const action = actions[name] as Action;
    const signal = caller.signal ?? new AbortController().signal;
    const run = async (replaced: Input = input): Promise<ActionOutcome> => {
      let details: ActionResult | undefined;
      const onResult = (result: ActionResult) => {
        details = result;
      };
      const output = await runAction(name as string, replaced, { client, signal, onResult });
      return { output: { ...output }, outcome: details?.outcome ?? null };
    };
    const { confirm = elicitation, keyId = "key-1" } = caller;
    const sessionId = "sessionId" in caller ? caller.sessionId : "session-1";
    return guard.run({ action, input, keyId, sessionId, client, signal, confirm, onWait: caller.onWait, run });
  };
  const entries = () => sandbox.journal().entries;
  return {
    sandbox,
    client,
    call,
    async callAndAccept(name, input, caller = {}) {
      const first = await call(name, input, caller);
      if (first.kind !== "ask") return first;
      const response = { state: first.form.state, action: "accept" } as const;
      return call(name, input, { ...caller, confirm: { mode: "elicitation", response } });
    },
    writes: () => entries().filter(({ operation }) => operation !== null && !READS.includes(operation)).length,
    sends: () => {
      const { replyToEmail, activateCampaign } = sandbox.journal().operations;
      return replyToEmail.committed + activateCampaign.committed;
    },
  };
}

const READS = ["listLeads", "getLead", "listCampaign", "listEmail", "listLeadList"];

/** The output of a result; an error if it asks a question. */
export function outputOf(result: GuardedResult): Input {
  if (result.kind === "ask") throw new Error(`It asks: ${result.form.message}`);
  return result.output;
}

/** The question of a result; an error if there is none. */
export function formOf(result: GuardedResult): { readonly message: string; readonly state: string } {
  if (result.kind !== "ask") throw new Error(`It does not ask: ${JSON.stringify(result.output["error"])}`);
  return result.form;
}
