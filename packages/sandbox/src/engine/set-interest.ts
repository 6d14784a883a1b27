import type { EditableLead } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";
import { stopLead } from "./stop-lead.ts";

/** Sets the interest status of a lead, which ends its sequence, or resets it with null. */
export function setInterest(lead: EditableLead, value: number | null, now: number): void {
  if (value === null) delete lead.interest;
  else {
    lead.interest = value;
    stopLead(lead, 3, now);
  }
  activityOf(lead).lastInterestChange = now;
  lead.updated = now;
}
