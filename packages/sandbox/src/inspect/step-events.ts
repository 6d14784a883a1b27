import type { StepEvent } from "../contract/lead-views.ts";
import { stepsOf } from "../engine/campaign-steps.ts";
import { nextStepOf } from "../engine/run-campaign.ts";
import type { LeadCondition } from "../state/lead-selection.ts";
import type { LeadTrait } from "../state/lead-sets.ts";
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
  if (event === "waiting") return isWaitingFor(position.step, campaign);
  if (!isMailEvent(event)) return { test: (lead) => hasEvent(lead, event, position), all: [TRAITS[event]] };
  const { step, variant } = position;
  const rows = index.ofCampaign(campaign.id).rows(event, variant === undefined ? `${step}` : `${step}_${variant}`);
  // The rows are those of the campaign, which is a condition of its own.
  return { test: () => true, rows: [rows], isExact: true };
}

/** What every lead with such an event has. */
const TRAITS: Readonly<Record<Exclude<StepEvent, MailEvent>, LeadTrait>> = {
  opened: { trait: "flag", value: "opened" },
  clicked: { trait: "flag", value: "clicked" },
  bounced: { trait: "flag", value: "contacted" },
  unsubscribed: { trait: "flag", value: "contacted" },
};

/** Whether a step is the next one of an active lead. */
function isWaitingFor(step: number, campaign: StoredCampaign): LeadCondition {
  const next = nextStepsOf(campaign);
  return {
    test: (lead) => lead.status === 1 && lead.campaign === campaign.id && next(lead) === step,
    all: [
      { trait: "status", value: 1 },
      { trait: "campaign", value: campaign.id },
    ],
  };
}

/** Finds the next step of leads of a campaign, whose steps are looked through once for each `nextStep`. */
function nextStepsOf(campaign: StoredCampaign): (lead: StoredLead) => number | undefined {
  const known: (number | null)[] = [];
  return (lead) => {
    const planned = lead.activity?.nextStep ?? 0;
    let next = known[planned];
    if (next === undefined) {
      next = nextStepOf(lead, campaign) ?? null;
      known[planned] = next;
    }
    return next ?? undefined;
  };
}

function isMailEvent(event: StepEvent): event is MailEvent {
  return event === "sent" || event === "replied" || event === "auto_replied";
}

/** Whether the history of a lead has an event at a step. */
function hasEvent({ activity }: StoredLead, event: StepEvent, { step, variant }: Position): boolean {
  return (activity?.history ?? []).some(
    ({ kind, position }) =>
      kind === event && position?.step === step && (variant === undefined || position.variant === variant),
  );
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
  const nextStep = nextStepsOf(campaign);
  for (const lead of leads) {
    byStatus.set(lead.status, (byStatus.get(lead.status) ?? 0) + 1);
    const next = lead.status === 1 ? nextStep(lead) : undefined;
    if (next !== undefined) waiting[next] = (waiting[next] ?? 0) + 1;
    const { history } = lead.activity ?? {};
    if (history === undefined) continue;
    const seen = new Set<string>();
    for (const { kind, position } of history) {
      if (position !== undefined) seen.add(`${kind} ${position.step}_${position.variant}`);
    }
    for (const key of seen) events.set(key, (events.get(key) ?? 0) + 1);
  }
  return { events, waiting, byStatus };
}
