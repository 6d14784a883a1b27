import type { RecipientDeed } from "../state/event.ts";
import { isAddress } from "./address.ts";
import { interestNames } from "./interest-names.ts";

/** How the person at an address behaves. */
export interface Recipient {
  readonly deed: RecipientDeed;
  /** How long after a mail the deed is done, in milliseconds. */
  readonly afterMs: number;
  /** Which mail sets it off: the first one the person gets, every one, or that of a step counted from 0. */
  readonly on: "first" | "every" | number;
  /** The interest that a reply shows. */
  readonly interest: number | undefined;
}

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };

const DEEDS: Readonly<Record<string, { deed: RecipientDeed; afterMs: number; everyStep: boolean }>> = {
  open: { deed: "open", afterMs: 10 * MINUTE, everyStep: true },
  click: { deed: "click", afterMs: 15 * MINUTE, everyStep: true },
  reply: { deed: "reply", afterMs: 60 * MINUTE, everyStep: false },
  "out-of-office": { deed: "out-of-office", afterMs: MINUTE, everyStep: true },
  bounce: { deed: "bounce", afterMs: MINUTE, everyStep: false },
  unsubscribe: { deed: "unsubscribe", afterMs: 30 * MINUTE, everyStep: false },
};

/**
 * Reads the behaviour out of an address such as `reply+interested+after-2d+ada@example.com`.
 *
 * The first word is the deed; further words, in any order, are an interest, `after-<n><m|h|d>` and `step-<n>`; any other word
 * is a name. An address whose first word is no deed belongs to somebody who does nothing.
 */
export function recipient(address: string): Recipient | undefined {
  if (!isAddress(address)) return undefined;
  const [verb = "", ...words] = address.slice(0, address.lastIndexOf("@")).toLowerCase().split("+");
  const found = Object.hasOwn(DEEDS, verb) ? DEEDS[verb] : undefined;
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
  return { deed: found.deed, afterMs, on, interest };
}
