import type { Campaign, Lead } from "@modulex-instantly/client";
import { oneLine } from "../text/one-line.ts";
import { visibleText } from "../text/visible-text.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { describeCampaign, findCampaign } from "./find-campaign.ts";
import { hidesText, linksOf } from "./links-of.ts";
import type { Preview, PreviewField } from "./preview.ts";
import { readOptions } from "./read-options.ts";

const EXAMPLES = 5;

/**
 * Shows a campaign that would start to send: its senders, its leads and its steps.
 *
 * @throws RefusedCallError if there is no such campaign; InstantlyError if a read fails.
 */
export async function previewActivation(call: GuardedCall, countedLeads: number): Promise<Preview> {
  const campaign = await findCampaign(call, String(call.input["campaign_id"]));
  const leads: Lead[] = await call.client.leads
    .iterate({ campaign: campaign.id, limit: 100 }, readOptions(call))
    .collect({ max: countedLeads + 1 });
  const isMore = leads.length > countedLeads;
  const counted = leads.slice(0, countedLeads);
  const active = counted.filter(({ status }) => status === 1).length;
  const examples = counted.slice(0, EXAMPLES).map(({ email }) => email ?? "(no address)");
  const count = isMore
    ? `more than ${countedLeads}; changes beyond them are not noticed`
    : `${counted.length}, ${active} of them active`;
  const fields: PreviewField[] = [
    { label: "Campaign", value: oneLine(describeCampaign(campaign)) },
    { label: "Leads", value: count },
    { label: "First leads", value: examples.map(oneLine).join(", ") || "none" },
    { label: "Sending accounts", value: (campaign.email_list ?? []).join(", ") || "none" },
    { label: "Daily limit", value: String(campaign.daily_limit ?? "none") },
    ...scheduleFields(campaign),
    ...stepFields(campaign),
  ];
  const { timestamp_updated, ...settings } = campaign;
  return {
    question: "Activate this campaign? It then mails its leads, which cannot be recalled.",
    fields,
    facts: {
      "the campaign": settings,
      "its leads": [isMore, leads.map(mailedParts)],
    },
  };
}

/** Whether a lead is mailed, and the variables that go into its mails. */
function mailedParts({ id, email, status, payload, personalization, ...lead }: Lead): unknown {
  const { first_name, last_name, company_name, company_domain, job_title, website, phone } = lead;
  const person = [first_name, last_name, company_name, company_domain, job_title, website, phone];
  return [id, email, status, payload, personalization, ...person];
}

function scheduleFields({ campaign_schedule: schedule }: Campaign): PreviewField[] {
  const windows = (schedule?.schedules ?? []).map(({ name, timing, days, timezone }) => {
    const open = Object.entries(days ?? {}).flatMap(([day, isOpen]) => (isOpen ? [WEEKDAYS[Number(day)] ?? day] : []));
    return oneLine(`${name}: ${open.join(", ")} ${timing?.from}-${timing?.to} ${timezone}`);
  });
  const dates = [schedule?.start_date, schedule?.end_date].filter((date) => typeof date === "string").join(" to ");
  return [{ label: "Schedule", value: [...windows, ...(dates ? [dates] : [])].join("\n") || "none" }];
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function stepFields({ sequences }: Campaign): PreviewField[] {
  const steps = sequences?.[0]?.steps ?? [];
  if (steps.length === 0) return [{ label: "Steps", value: "none" }];
  return steps.flatMap(({ variants }, index) => {
    const enabled = (variants ?? []).filter((variant) => variant.v_disabled !== true);
    const shown = enabled.map(
      ({ subject, body }) => `${oneLine(subject || "(same thread)")}: ${visibleText(body ?? "").replace(/\s+/g, " ")}`,
    );
    const bodies = enabled.map(({ body }) => body ?? "");
    const links = linksOf(bodies.join("\n"));
    const hidden = bodies.filter(hidesText).join("\n");
    const step = `Step ${index + 1} of ${steps.length}`;
    return [
      { label: step, value: shown.join("\n") || "no enabled variant" },
      ...(links === "" ? [] : [{ label: `Links of step ${index + 1}`, value: links }]),
      ...(hidden === "" ? [] : [{ label: `HTML of step ${index + 1}, because parts of it are hidden`, value: hidden }]),
    ];
  });
}
