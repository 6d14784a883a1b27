import type { LabelledValue } from "../contract/lead-views.ts";

const CAMPAIGN: Readonly<Record<string, string>> = {
  "-99": "Account suspended",
  "-2": "Bounce protect",
  "-1": "Accounts unhealthy",
  "0": "Draft",
  "1": "Active",
  "2": "Paused",
  "3": "Completed",
  "4": "Running subsequences",
};

const LEAD: Readonly<Record<string, string>> = {
  "0": "In a list only",
  "1": "Active",
  "2": "Paused",
  "3": "Completed",
  "-1": "Bounced",
  "-2": "Unsubscribed",
  "-3": "Skipped",
};

const INTEREST: Readonly<Record<string, string>> = {
  "0": "Out of office",
  "1": "Interested",
  "2": "Meeting booked",
  "3": "Meeting completed",
  "4": "Won",
  "-1": "Not interested",
  "-2": "Wrong person",
  "-3": "Lost",
  "-4": "No show",
};

const VERIFICATION: Readonly<Record<string, string>> = {
  "1": "Verified",
  "11": "Waiting to be verified",
  "12": "Waiting for a verification job",
  "-1": "Invalid",
  "-2": "Risky",
  "-3": "Catch-all",
  "-4": "Changed jobs",
};

const LABELS: Readonly<Record<"campaign" | "lead" | "interest" | "verification", Readonly<Record<string, string>>>> = {
  campaign: CAMPAIGN,
  lead: LEAD,
  interest: INTEREST,
  verification: VERIFICATION,
};

/** All values of a kind that have a name, in ascending order. */
export function allLabelled(kind: keyof typeof LABELS): LabelledValue[] {
  return Object.entries(LABELS[kind])
    .map(([value, label]) => ({ value: Number(value), label }))
    .sort((a, b) => a.value - b.value);
}

/** A coded value of the API in words. A custom interest label is a number without a name. */
export function labelled(kind: keyof typeof LABELS, value: number): LabelledValue {
  return { value, label: LABELS[kind][String(value)] ?? `Label ${value}` };
}

/** A coded value in words; null if there is none. */
export function labelledOrNull(kind: keyof typeof LABELS, value: number | undefined): LabelledValue | null {
  return value === undefined ? null : labelled(kind, value);
}
