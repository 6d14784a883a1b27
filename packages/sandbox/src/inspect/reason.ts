import type { BlockCode, SendingState } from "../contract/sending-views.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { timeText } from "./time-text.ts";

/** Why nothing is sent, and until when; undefined if only a change can end it. */
export interface Reason {
  readonly code: BlockCode;
  /** A sentence in English. */
  readonly text: string;
  readonly until?: number;
  /** The sentence with `{until}` in place of the time; only with `until`. */
  readonly template?: string;
}

/** A reason that ends at a time. The sentence names it, as `{until}`, in the time zone of the campaign. */
export function reasonUntil(code: BlockCode, template: string, until: number, zone: string): Reason {
  return { code, template, text: template.replace("{until}", timeText(until, zone)), until };
}

/** The parts of a reason that every view of it has. */
export function reasonView({
  code,
  text,
  until,
  template = text,
}: Reason): Pick<SendingState, "code" | "text" | "template" | "until"> {
  return { code, text, template, until: until === undefined ? null : timestamp(until) };
}
