import type { GuardSettings } from "../guard-options.ts";
import { RefusedCallError } from "../refusal.ts";
import type { GuardedCall } from "../tool-guard.ts";

const HOUR = 3_600_000;

/** One use of a cap. */
export interface CapUse {
  /** Gives it back, if the call is certain to have had no effect. */
  giveBack(): Promise<void>;
}

/**
 * Uses the cap of a call: replies and activations per hour. The window is rolling: a use counts for exactly one hour.
 *
 * @throws RefusedCallError if the cap is used up.
 */
export async function useCap(call: GuardedCall, settings: GuardSettings): Promise<CapUse> {
  const { store, now } = settings;
  const places = placesOf(call, settings);
  if (!places) return { giveBack: async () => undefined };
  for (const place of places) {
    if (await store.add(place, String(now()), HOUR)) return { giveBack: () => store.delete(place) };
  }
  throw usedUp(call, places.length);
}

/**
 * Checks that a cap is not used up, before a person is asked.
 *
 * @throws RefusedCallError if it is.
 */
export async function assertCapLeft(call: GuardedCall, settings: GuardSettings): Promise<void> {
  const places = placesOf(call, settings);
  if (!places) return;
  for (const place of places) if ((await settings.store.get(place)) === undefined) return;
  throw usedUp(call, places.length);
}

/** The keys of a cap's places: each is free again an hour after it was taken. Undefined if the action has no cap. */
function placesOf({ action, keyId }: GuardedCall, settings: GuardSettings): string[] | undefined {
  const { repliesPerHour, activationsPerHour } = settings;
  const most = { reply_to_email: repliesPerHour, activate_campaign: activationsPerHour }[String(action.name)];
  if (most === undefined) return undefined;
  return Array.from({ length: most }, (_, place) => `cap:${keyId}:${action.name}:${place}`);
}

function usedUp({ action }: GuardedCall, most: number): RefusedCallError {
  return new RefusedCallError(
    `this server allows ${most} calls of ${action.name} per hour and workspace key, and they are used up: wait, or ask the operator of this server to raise the limit`,
  );
}
