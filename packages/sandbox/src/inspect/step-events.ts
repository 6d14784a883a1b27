import type { StepEvent } from "../contract/lead-views.ts";
import { stepsOf } from "../engine/campaign-steps.ts";
import { nextStepOf } from "../engine/run-campaign.ts";
import type { LeadCondition } from "../state/lead-selection.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { MailIndex } from "./mail-index.ts";

/** The events that emails show; the others are in the history of the lead. */
type MailEvent = "sent" | "replied" | "auto_replied";

interface Position {
  readonly step: number;
  readonly variant: number | undefined;
}

/** The leads of a campaign to which something has happened at a step, or for which the step is the next one. */
export function happenedAt(
  event: StepEvent | "waiting",
  position: Position,
  campaign: StoredCampaign,
  index: MailIndex,
): LeadCondition {
  if (event === "waiting") return { test: (lead) => isWaitingFor(lead, position.step, campaign) };
  if (!isMailEvent(event)) return { test: (lead) => eventsAt(lead, position).has(event) };
  const mails = index.ofCampaign(campaign.id);
  const variants = (stepsOf(campaign)[position.step]?.variants ?? []).map((_, variant) => variant);
  const places = (position.variant === undefined ? variants : [position.variant]).map(
    (variant) => `${position.step}_${variant}`,
  );
  return { test: ({ id }) => places.some((place) => mails.has(event, place, id)) };
}

/** Whether a step is the next one of an active lead. */
function isWaitingFor(lead: StoredLead, step: number, campaign: StoredCampaign): boolean {
  return lead.status === 1 && lead.campaign === campaign.id && nextStepOf(lead, campaign) === step;
}

function isMailEvent(event: StepEvent): event is MailEvent {
  return event === "sent" || event === "replied" || event === "auto_replied";
}

/** What the history of a lead has at a step. */
function eventsAt({ activity }: StoredLead, { step, variant }: Position): Set<string> {
  const found = (activity?.history ?? []).filter(
    ({ position }) => position?.step === step && (variant === undefined || position.variant === variant),
  );
  return new Set(found.map(({ kind }) => kind));
}

/** The counts of all variants of a campaign, and the leads that wait for each step. */
export interface StepTotals {
  /** By step and variant, such as `1_0`, and event. */
  readonly events: ReadonlyMap<string, number>;
  readonly waiting: readonly number[];
  readonly byStatus: ReadonlyMap<number, number>;
}

/** Counts what happened at the steps of a campaign, in one pass over its leads. */
export function stepTotals(leads: Iterable<StoredLead>, campaign: StoredCampaign): StepTotals {
  const events = new Map<string, number>();
  const waiting = stepsOf(campaign).map(() => 0);
  const byStatus = new Map<number, number>();
  for (const lead of leads) {
    byStatus.set(lead.status, (byStatus.get(lead.status) ?? 0) + 1);
    const next = lead.status === 1 ? nextStepOf(lead, campaign) : undefined;
    if (next !== undefined) waiting[next] = (waiting[next] ?? 0) + 1;
    const seen = new Set<string>();
    for (const { kind, position } of lead.activity?.history ?? []) {
      if (position !== undefined) seen.add(`${kind} ${position.step}_${position.variant}`);
    }
    for (const key of seen) events.set(key, (events.get(key) ?? 0) + 1);
  }
  return { events, waiting, byStatus };
}
