import type { EditableLead } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";

/** Ends the sequence of a lead that is still in it. */
export function stopLead(lead: EditableLead, status: 3 | -1 | -2 | -3, now: number): void {
  if (lead.status !== 1) return;
  lead.status = status;
  lead.updated = now;
  const activity = activityOf(lead);
  delete activity.nextStep;
  delete activity.nextDueAt;
}
