import type { RecipientAction } from "../state/event-queue.ts";
import { isEmailAddress } from "./email-address.ts";

/** The interest names in recipient addresses, and their values in the API. */
export const interestNames: Readonly<Record<string, number>> = {
  "out-of-office": 0,
  interested: 1,
  "meeting-booked": 2,
  "meeting-completed": 3,
  won: 4,
  "not-interested": -1,
  "wrong-person": -2,
  lost: -3,
  "no-show": -4,
};

/** The scripted behaviour of an address. */
export interface Recipient {
  readonly action: RecipientAction;
  /** The delay after an email, in milliseconds. */
  readonly afterMs: number;
  /** The emails that trigger the action: the first, every, or that of a step (from 0). */
  readonly on: "first" | "every" | number;
  /** The interest that a reply expresses. */
  readonly interest: number | undefined;
}

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };

const ACTIONS: Readonly<Record<string, { action: RecipientAction; afterMs: number; everyStep: boolean }>> = {
  open: { action: "open", afterMs: 10 * MINUTE, everyStep: true },
  click: { action: "click", afterMs: 15 * MINUTE, everyStep: true },
  reply: { action: "reply", afterMs: 60 * MINUTE, everyStep: false },
  "out-of-office": { action: "out-of-office", afterMs: MINUTE, everyStep: true },
  bounce: { action: "bounce", afterMs: MINUTE, everyStep: false },
  unsubscribe: { action: "unsubscribe", afterMs: 30 * MINUTE, everyStep: false },
};

/**
 * Parses the behaviour from an address such as `reply+interested+after-2d+ada@example.com`.
 *
 * The first word is the action. The other words, in any order, are an interest, `after-<n><m|h|d>`, `step-<n>`, or a name
 * without a meaning. The result is undefined for an address whose first word is not an action.
 */
export function parseRecipient(address: string): Recipient | undefined {
  if (!isEmailAddress(address)) return undefined;
  const [verb = "", ...words] = address.slice(0, address.lastIndexOf("@")).toLowerCase().split("+");
  const found = Object.hasOwn(ACTIONS, verb) ? ACTIONS[verb] : undefined;
  if (found === undefined) return undefined;
  let { afterMs } = found;
  let on: Recipient["on"] = found.everyStep ? "every" : "first";
  let interest: number | undefined;
  for (const word of words) {
    const wait = /^after-(\d{1,4})([mhd])$/.exec(word);
    const place = /^step-([1-9]\d?)$/.exec(word);
    if (wait) afterMs = Number(wait[1]) * (UNITS[wait[2] ?? "m"] ?? MINUTE);
    else if (place) on = Number(place[1]) - 1;
    else if (Object.hasOwn(interestNames, word)) interest = interestNames[word];
  }
  return { action: found.action, afterMs, on, interest };
}
