import type { BlockCode } from "@modulex-instantly/sandbox";
import type { Tone } from "../components/badge.tsx";

/** What kind of reason it is: it goes by itself, somebody has to change something, or the sequence is over. */
const reasons: Readonly<Record<BlockCode, readonly [label: string, tone: Tone]>> = {
  ready: ["Ready", "good"],
  starting: ["Starting", "good"],
  queued: ["Waiting", "info"],
  outside_schedule: ["Waiting", "info"],
  email_gap: ["Waiting", "info"],
  daily_limit: ["Waiting", "info"],
  daily_max_leads: ["Waiting", "info"],
  step_delay: ["Waiting", "info"],
  draft: ["Not started", "warning"],
  paused: ["Paused", "warning"],
  no_sender: ["Cannot send", "bad"],
  no_leads: ["Cannot send", "warning"],
  schedule_ended: ["Cannot send", "bad"],
  campaign_error: ["Cannot send", "bad"],
  campaign_completed: ["Over", "neutral"],
  not_in_campaign: ["Not in a campaign", "neutral"],
  no_step_left: ["Over", "neutral"],
  replied: ["Over", "good"],
  company_replied: ["Over", "neutral"],
  interest_set: ["Over", "neutral"],
  unsubscribed: ["Stopped", "warning"],
  stopped: ["Stopped", "neutral"],
  bounced: ["Stopped", "bad"],
  verified_invalid: ["Not sent to", "bad"],
  verified_risky: ["Not sent to", "bad"],
  verified_catch_all: ["Not sent to", "bad"],
  no_address: ["Not sent to", "bad"],
};

/** The word and the colour of a reason. A limit of nothing never ends by itself. */
export function sendingTone(code: BlockCode, until: string | null): readonly [label: string, tone: Tone] {
  const [label, tone] = reasons[code] ?? ["Stopped", "neutral"];
  return label === "Waiting" && until === null && code !== "queued" ? ["Cannot send", "warning"] : [label, tone];
}
