import type { GuardSettings } from "../guard-options.ts";
import type { ActionOutcome, GuardedCall } from "../tool-guard.ts";

/** An earlier reply to the same email, whatever its text was. */
export interface EarlierReply {
  readonly at: number;
  /** Whether it may or may not have been sent. */
  readonly isOpen: boolean;
}

/** Finds an earlier reply to the same email: a model that does not know an outcome tries again in other words. */
export async function findEarlierReply(call: GuardedCall, { store }: GuardSettings): Promise<EarlierReply | undefined> {
  const key = replyKey(call);
  const text = key && (await store.get(key));
  return text ? (JSON.parse(text) as EarlierReply) : undefined;
}

/**
 * Remembers a reply as open before it is sent, in case this process does not live to see its outcome. The result stores
 * the outcome; after one without effect, what was known before.
 */
export async function rememberReply(
  call: GuardedCall,
  settings: GuardSettings,
): Promise<(outcome: ActionOutcome["outcome"]) => Promise<void>> {
  const key = replyKey(call);
  if (!key) return async () => undefined;
  const { store, now, unknownOutcomeMs } = settings;
  const before = await store.get(key);
  const remember = (reply: EarlierReply) => store.set(key, JSON.stringify(reply), unknownOutcomeMs);
  const at = now();
  await remember({ at, isOpen: true });
  return async (outcome) => {
    if (outcome === null) return remember({ at, isOpen: false });
    if (outcome === "unknown" || outcome === "applied_unverified") return;
    return before === undefined ? store.delete(key) : store.set(key, before, unknownOutcomeMs);
  };
}

/** The same for a person. */
export function earlierReplyText({ at, isOpen }: EarlierReply, now: number): string {
  const minutes = Math.max(1, Math.round((now - at) / 60_000));
  return isOpen
    ? `A reply to this email was made ${minutes} min ago, and it may have been sent: check with list_emails first.`
    : `A reply to this email was already sent ${minutes} min ago.`;
}

function replyKey({ action, input, keyId }: GuardedCall): string | undefined {
  if (action.name !== "reply_to_email") return undefined;
  return `reply:${keyId}:${String(input["reply_to_uuid"]).trim().toLowerCase()}`;
}
