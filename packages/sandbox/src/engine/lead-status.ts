import type { EditableLead } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";

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
  lead.updated = now;
}

/** The verification results by the first word of the address. All other addresses are valid. */
export const verifications: Readonly<Record<string, number>> = { invalid: -1, risky: -2, "catch-all": -3 };

/** Completes the verification of a lead. The first word of its address determines the result. */
export function applyVerification(lead: EditableLead, now: number): void {
  const word = lead.email?.toLowerCase().split(/[+@]/)[0] ?? "";
  activityOf(lead).verification = verifications[word] ?? 1;
  lead.updated = now;
}
