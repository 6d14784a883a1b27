import type { EditableLead } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";

/** What verification finds, by the first word of the address; every other one is good. */
export const verifications: Readonly<Record<string, number>> = { invalid: -1, risky: -2, "catch-all": -3 };

/** Ends the verification of a lead: the first word of its address says what was found. */
export function verify(lead: EditableLead, now: number): void {
  const word = lead.email?.toLowerCase().split(/[+@]/)[0] ?? "";
  activityOf(lead).verification = verifications[word] ?? 1;
  lead.updated = now;
}
