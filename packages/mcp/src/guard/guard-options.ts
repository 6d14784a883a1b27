import { randomBytes } from "node:crypto";
import type { SharedStore } from "../state/expiring-store.ts";
import { memoryStore } from "../state/memory-store.ts";

/** Options of `createToolGuard`. */
export interface ToolGuardOptions {
  /** Shared by all instances. Default: the memory of this process. */
  readonly store?: SharedStore | undefined;
  /** Signs confirmations; shared by all instances, at least 32 characters. Default: random, for this process only. */
  readonly secret?: string | undefined;
  /** How many replies a workspace key may send in any hour. Default 20; 0 allows none. */
  readonly repliesPerHour?: number | undefined;
  /** How many campaigns a workspace key may activate in any hour. Default 5. */
  readonly activationsPerHour?: number | undefined;
  /** How many leads one call may delete, at most 10,000. Default 100. */
  readonly deletesPerCall?: number | undefined;
  /** How many leads of a campaign are counted before a person is asked to activate it. Default 10,000. */
  readonly countedLeads?: number | undefined;
  /** How long the same call returns its first outcome, in milliseconds. Default 10 minutes. */
  readonly sameCallMs?: number | undefined;
  /** How long the same call returns an unknown outcome, in milliseconds. Default 24 hours. */
  readonly unknownOutcomeMs?: number | undefined;
  /** How long an approval can be used after the preview, in milliseconds. Default 5 minutes. */
  readonly approvalMs?: number | undefined;
  /**
   * When a write needs a person after the session has read incoming mail.
   *
   * - `every_write` (default): always, because any argument may come from the mail.
   * - `new_contacts`: if it contains an address, account or link that the session first saw in incoming mail.
   */
  readonly afterMail?: "every_write" | "new_contacts" | undefined;
  /** How long incoming mail counts as read: by a session, in milliseconds. Default 24 hours. */
  readonly sessionMailMs?: number | undefined;
  /** The same for a workspace key without sessions, whose calls may belong to different agents. Default 15 minutes. */
  readonly keyMailMs?: number | undefined;
  /** The wall clock, in milliseconds. */
  readonly now?: (() => number) | undefined;
}

/** The options with all defaults. */
export type GuardSettings = { readonly [Name in keyof ToolGuardOptions]-?: NonNullable<ToolGuardOptions[Name]> };

const HOUR = 3_600_000;
const NUMBERS = {
  repliesPerHour: { least: 0, most: 1000, fallback: 20 },
  activationsPerHour: { least: 0, most: 1000, fallback: 5 },
  deletesPerCall: { least: 0, most: 10_000, fallback: 100 },
  countedLeads: { least: 1, most: 100_000, fallback: 10_000 },
  sameCallMs: { least: 1000, most: 24 * HOUR, fallback: HOUR / 6 },
  unknownOutcomeMs: { least: 1000, most: 30 * 24 * HOUR, fallback: 24 * HOUR },
  approvalMs: { least: 1000, most: HOUR, fallback: HOUR / 12 },
  sessionMailMs: { least: 1000, most: 30 * 24 * HOUR, fallback: 24 * HOUR },
  keyMailMs: { least: 1000, most: 30 * 24 * HOUR, fallback: HOUR / 4 },
} as const;

/**
 * Validates the options of a guard and adds the defaults.
 *
 * @throws TypeError naming the option and what was expected.
 */
export function guardSettings(options: ToolGuardOptions): GuardSettings {
  const numbers = Object.entries(NUMBERS).map(([name, { least, most, fallback }]) => {
    const value = options[name as keyof typeof NUMBERS] ?? fallback;
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new TypeError(`${name}: expected a whole number from ${least} to ${most}, received ${String(value)}`);
    }
    return [name, value] as const;
  });
  const { secret = randomBytes(32).toString("hex"), afterMail = "every_write", now = Date.now } = options;
  if (typeof secret !== "string" || secret.length < 32) {
    throw new TypeError("secret: expected at least 32 characters, such as the output of `openssl rand -hex 32`");
  }
  if (afterMail !== "every_write" && afterMail !== "new_contacts") {
    throw new TypeError(`afterMail: expected every_write or new_contacts, received ${String(afterMail)}`);
  }
  const { store = memoryStore(now) } = options;
  return { ...(Object.fromEntries(numbers) as Record<keyof typeof NUMBERS, number>), store, secret, afterMail, now };
}
