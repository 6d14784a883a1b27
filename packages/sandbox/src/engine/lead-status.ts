import type { EditableLead, LeadEvent } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";

const MAX_EVENTS = 100;

/** Adds an event to the history of a lead. */
export function recordEvent(lead: EditableLead, event: LeadEvent): void {
  const activity = activityOf(lead);
  activity.history = [...(activity.history ?? []).slice(1 - MAX_EVENTS), event];
}

/** Ends the sequence of an active lead. */
export function stopLead(lead: EditableLead, status: 3 | -1 | -2 | -3, now: number): void {
  if (lead.status !== 1) return;
  lead.status = status;
  lead.updated = now;
  const activity = activityOf(lead);
  delete activity.nextStep;
  delete activity.nextDueAt;
}

/** Sets the interest status of a lead, which ends its sequence. Null resets it. */
export function setInterest(lead: EditableLead, value: number | null, now: number): void {
  if (value === null) delete lead.interest;
  else {
    lead.interest = value;
    stopLead(lead, 3, now);
  }
  activityOf(lead).lastInterestChange = now;
  recordEvent(lead, { kind: "interest", at: now, value });
  lead.updated = now;
}

/** The verification results by the first word of the address. All other addresses are valid. */
export const verifications: Readonly<Record<string, number>> = { invalid: -1, risky: -2, "catch-all": -3 };

/** Completes the verification of a lead. The first word of its address determines the result. */
export function applyVerification(lead: EditableLead, now: number): void {
  const word = lead.email?.toLowerCase().split(/[+@]/)[0] ?? "";
  const value = verifications[word] ?? 1;
  activityOf(lead).verification = value;
  recordEvent(lead, { kind: "verified", at: now, value });
  lead.updated = now;
}
