import type { LeadDetail, TimelineItem } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { viewAddress } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import { Badge } from "../components/badge.tsx";
import { live } from "../control/live.ts";
import { stepText } from "../sending/step-text.ts";
import { Time } from "../time/time.tsx";

/** More past events are shown on request. */
const SHOWN = 100;

/** What has happened to a lead, and what will if nobody interferes. */
export function LeadTimeline({ lead: { timeline, timezone, sending } }: { readonly lead: LeadDetail }) {
  const [isWhole, showWhole] = useState(false);
  const past = timeline.filter(({ isPlanned }) => !isPlanned);
  const planned = timeline.filter(({ isPlanned }) => isPlanned);
  const hidden = isWhole ? 0 : Math.max(0, past.length - SHOWN);
  const now = live.value?.now;
  return (
    <section class="panel stack" aria-labelledby="lead-timeline">
      <h3 id="lead-timeline">Timeline</h3>
      {hidden > 0 && (
        <button type="button" class="leads-earlier" onClick={() => showWhole(true)}>
          Show {hidden.toLocaleString("en")} earlier events
        </button>
      )}
      <ol class="leads-timeline">
        {past.slice(hidden).map((item, index) => (
          <Item key={`${item.at} ${item.kind} ${index}`} item={item} zone={timezone} />
        ))}
        {now !== undefined && (
          <li class="leads-now">
            <Time at={now} zone={timezone} />
            <span>Virtual now</span>
          </li>
        )}
        {planned.map((item, index) => (
          <Item key={`${item.at} ${item.kind} ${index}`} item={item} zone={timezone} />
        ))}
      </ol>
      {planned.length === 0 && (
        <p class="quiet">
          {sending.isForecastComplete
            ? "Nothing is planned for this lead."
            : "The forecast stopped at its limit before it reached this lead."}
        </p>
      )}
    </section>
  );
}

/** The colour of the dot of an event. */
const tones: Readonly<Partial<Record<TimelineItem["kind"], string>>> = {
  sent: "accent",
  manual_reply: "accent",
  replied: "good",
  auto_replied: "info",
  bounced: "bad",
  unsubscribed: "warning",
};

function Item({ item, zone }: { readonly item: TimelineItem; readonly zone: string }) {
  const { at, kind, text, step, mail, isPlanned } = item;
  return (
    <li class={`leads-event leads-event-${tones[kind] ?? "quiet"} ${isPlanned ? "is-planned" : ""}`}>
      <Time at={at} zone={zone} />
      <span class="leads-event-text">
        {isPlanned && <Badge tone="info">Planned</Badge>} <bdi>{text}</bdi>
        <span class="leads-event-links">
          {step !== null && <span class="quiet">{stepText(step)}</span>}
          {mail !== null && <Link to={viewAddress("mails", { mail })}>Show the mail</Link>}
        </span>
      </span>
    </li>
  );
}
