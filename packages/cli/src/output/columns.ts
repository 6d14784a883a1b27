import type { Row } from "./fields.ts";

/** The words for the codes of some fields. */
export type CodeWords = Readonly<Record<string, Readonly<Record<string | number, string>>>>;

const MAX_COLUMNS = 6;

/** The columns of a table that people look for, most important first; the id is last. */
const PREFERRED: Readonly<Record<string, readonly string[]>> = {
  leads: ["email", "status", "lt_interest_status", "first_name", "last_name", "company_name", "id"],
  campaigns: ["name", "status", "daily_limit", "timestamp_created", "id"],
  emails: ["from_address_email", "subject", "i_status", "ue_type", "timestamp_email", "id"],
  "lead-lists": ["name", "timestamp_created", "id"],
};

/** Chooses the columns of a table: those of the group that have a value, else the first fields with a plain one. */
export function tableColumns(group: string, fields: readonly string[], rows: readonly Row[]): string[] {
  const isFilled = (name: string) => rows.some((row) => row[name] !== null && row[name] !== undefined);
  const preferred = PREFERRED[group]?.filter((name) => fields.includes(name) && isFilled(name)) ?? [];
  if (preferred.length > 0) return preferred;
  return fields
    .filter((name) => isFilled(name) && rows.every((row) => typeof row[name] !== "object"))
    .slice(0, MAX_COLUMNS);
}

/** The text of a value in a table. */
export function cellText(name: string, value: unknown, words: CodeWords): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return JSON.stringify(value);
  // The label of a code may go on with an explanation.
  return words[name]?.[String(value)]?.split(".")[0] ?? String(value);
}
