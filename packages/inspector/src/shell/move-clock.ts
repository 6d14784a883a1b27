import type { ClockReport } from "@modulex-instantly/sandbox";
import { viewAddress } from "../address/address.ts";
import { countText } from "../components/count-text.ts";
import { notify } from "../components/notices.tsx";
import { callControl } from "../control/call-control.ts";
import { shortTime } from "../time/format-time.ts";
import { zoneFor } from "../time/zone.ts";
import { withCheckpoint } from "./keep-checkpoint.ts";

/** Moves the clock after the state was kept, and says what happened. */
export async function moveClock(
  label: string,
  move: { readonly advance: string } | { readonly set: string } | { readonly runUntilIdle: true },
): Promise<void> {
  report(await withCheckpoint(label, () => callControl("POST /clock", { body: move })));
}

export async function moveToNextEvent(): Promise<void> {
  report(await withCheckpoint("the next event", () => callControl("POST /clock/next-event", {})));
}

export async function moveToNextSend(): Promise<void> {
  const { mail, now } = await withCheckpoint("the next email", () => callControl("POST /clock/next-send", {}));
  if (mail) notify(`An email was sent: ${at(now)}.`, { to: viewAddress("mails", { mail }), label: "Show it" });
  else notify(`It is ${at(now)}. No campaign has an email to send.`);
}

function report({ now, events, pending }: ClockReport): void {
  const happened = events === 0 ? "Nothing happened" : countText(events, "event");
  notify(`It is ${at(now)}. ${happened}${pending === 0 ? "; nothing is scheduled" : ""}.`);
}

function at(time: string): string {
  return shortTime(time, zoneFor(null));
}
