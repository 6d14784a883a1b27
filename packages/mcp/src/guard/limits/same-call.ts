import { setTimeout as wait } from "node:timers/promises";
import { digest } from "../canonical-json.ts";
import type { GuardSettings } from "../guard-options.ts";
import { envelope, lostOutcome } from "../refusal.ts";
import type { ActionOutcome, GuardedCall, GuardedResult } from "../tool-guard.ts";

/** Longer than any call takes; a call that has not stored an outcome by then never will. */
const MAX_CALL_MS = 180_000;
const POLL_MS = 200;

/** The stored state of a call: running, or finished with an outcome. */
interface StoredCall {
  readonly startedAt: number;
  /** The output without nulls; undefined while the call runs. */
  readonly output?: Readonly<Record<string, unknown>>;
  readonly isOpen?: boolean;
}

/** A call that no identical one may repeat while it runs and for some time after. */
export interface ClaimedCall {
  /** Stores the outcome for the same call, or forgets the call if it certainly had no effect. */
  finish(outcome: ActionOutcome): Promise<void>;
  /** Forgets the call: nothing was sent. */
  release(): Promise<void>;
}

/** Finds the outcome of an identical earlier call, waiting for it while it runs. Undefined if there was none. */
export async function findSameCall(call: GuardedCall, settings: GuardSettings): Promise<GuardedResult | undefined> {
  const { store, now } = settings;
  const key = callKey(call);
  for (;;) {
    const text = await store.get(key);
    if (text === undefined) return undefined;
    const stored = JSON.parse(text) as StoredCall;
    if (stored.output) return repeated(call, stored, now());
    if (now() - stored.startedAt > MAX_CALL_MS) return lostOutcome(call.action, stored.startedAt);
    await wait(POLL_MS, undefined, { signal: call.signal });
  }
}

/** Claims a call. If an identical one was faster, its outcome is the result. */
export async function claimCall(call: GuardedCall, settings: GuardSettings): Promise<ClaimedCall | GuardedResult> {
  const { store, now, sameCallMs, unknownOutcomeMs } = settings;
  const key = callKey(call);
  const startedAt = now();
  for (;;) {
    const found = await findSameCall(call, settings);
    if (found) return found;
    // If this process dies, the claim remains, and the same call reports an unknown outcome.
    if (await store.add(key, JSON.stringify({ startedAt } satisfies StoredCall), unknownOutcomeMs)) break;
  }
  const target = targetKey(call);
  return {
    release: () => store.delete(key),
    async finish({ output, outcome }) {
      if (outcome === "not_sent" || outcome === "rejected" || outcome === "none") return store.delete(key);
      if (target !== undefined) {
        const earlier = await store.get(target);
        if (earlier !== undefined && earlier !== key) await store.delete(earlier);
        await store.set(target, key, unknownOutcomeMs);
      }
      const isOpen = outcome !== null;
      const stored: StoredCall = { startedAt, output: withoutNulls(output), isOpen };
      await store.set(key, JSON.stringify(stored), isOpen ? unknownOutcomeMs : sameCallMs);
    },
  };
}

/** The target of an update. A later update of it with other arguments makes the outcome of an earlier one obsolete. */
function targetKey({ action, input, keyId }: GuardedCall): string | undefined {
  if (action.effect !== "update") return undefined;
  const { campaign_id, list_id, lead_email } = input;
  return `target:${keyId}:${digest([action.name, loose([campaign_id, list_id, lead_email])])}`;
}

function callKey({ action, input, keyId }: GuardedCall): string {
  return `call:${keyId}:${digest([action.name, loose(input)])}`;
}

/** Texts that differ only in whitespace, or in the letter case of an address or id, are the same call. */
function loose(value: unknown): unknown {
  if (typeof value === "string") {
    const text = value.normalize("NFC").replace(/\s+/g, " ").trim();
    return /^\S+@\S+$|^[\da-f-]{32,36}$/i.test(text) ? text.toLowerCase() : text;
  }
  if (Array.isArray(value)) return value.map(loose);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, loose(inner)]));
}

function repeated({ action }: GuardedCall, { startedAt, output, isOpen }: StoredCall, at: number): GuardedResult {
  const seconds = Math.max(0, Math.round((at - startedAt) / 1000));
  const note = isOpen
    ? `The same call was made ${seconds} s ago and its outcome is open. Nothing was sent again: this is that outcome.`
    : `The same call was made ${seconds} s ago. Nothing was sent again: this is its outcome.`;
  const whole = envelope(action, output ?? {});
  return { kind: "result", output: whole, isError: whole["success"] !== true, note };
}

function withoutNulls(output: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(output, (_, value: unknown) => (value === null ? undefined : value));
  return JSON.parse(text) as Record<string, unknown>;
}
