import type { Lead } from "@modulex-instantly/client";
import { interestStatusLabels, leadStatusLabels } from "@modulex-instantly/client";
import { csvLine } from "../output/csv-cell.ts";
import type { ItemWriter } from "./export-items.ts";

type Read = (lead: Lead) => unknown;

const field =
  (name: keyof Lead): Read =>
  (lead) =>
    lead[name];

/** The columns of all leads. `leads import` knows those of a person by their names. */
const COLUMNS: readonly (readonly [name: string, read: Read])[] = [
  ...(["id", "email", "first_name", "last_name", "company_name", "company_domain"] as const).map(named),
  ...(["job_title", "phone", "website", "personalization", "pl_value_lead"] as const).map(named),
  ["status", ({ status }) => leadStatusLabels[status as number] ?? status],
  [
    "interest",
    ({ lt_interest_status: status }) => (status == null ? status : (interestStatusLabels[status] ?? status)),
  ],
  ...(["campaign", "list_id", "assigned_to", "verification_status"] as const).map(named),
  ...(["email_open_count", "email_reply_count", "email_click_count"] as const).map(named),
  ...(["timestamp_created", "timestamp_updated", "timestamp_last_contact", "timestamp_last_reply"] as const).map(named),
];

/** The merge tags that repeat fields of the lead. */
const REPEATED = [
  "email",
  "campaign",
  "firstName",
  "lastName",
  "companyName",
  "jobTitle",
  "website",
  "phone",
  "personalization",
];
const OTHERS = "other_variables";

/**
 * Writes leads as CSV. The custom variables of the first page have columns of their own. Other ones, of later pages, are in the
 * last column as JSON, because the first line cannot be changed any more.
 */
export function leadCsv(): ItemWriter<Lead> {
  let names: readonly string[] = [];
  return {
    start(leads) {
      const taken = new Set<string>([...COLUMNS.map(([name]) => name), OTHERS]);
      names = [...new Set(leads.flatMap((lead) => Object.keys(variablesOf(lead))))].filter((name) => !taken.has(name));
      return csvLine([...COLUMNS.map(([name]) => name), ...names, OTHERS]);
    },
    item(lead) {
      const variables = variablesOf(lead);
      const others = Object.entries(variables).filter(([name]) => !names.includes(name));
      const own = names.map((name) => (Object.hasOwn(variables, name) ? variables[name] : undefined));
      const rest = others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : undefined;
      return csvLine([...COLUMNS.map(([, read]) => read(lead)), ...own, rest]);
    },
  };
}

function named(name: keyof Lead): readonly [string, Read] {
  return [name, field(name)];
}

function variablesOf({ payload }: Lead): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(payload ?? {}).filter(([name]) => !REPEATED.includes(name)));
}
