import type { Row } from "./fields.ts";

/** The words for the codes of some fields. */
export type CodeWords = Readonly<Record<string, Readonly<Record<string | number, string>>>>;

const MAX_COLUMNS = 6;

/** The columns of a table that people look for first. */
const PREFERRED: Readonly<Record<string, readonly string[]>> = {
  leads: ["email", "first_name", "last_name", "company_name", "status", "lt_interest_status", "id"],
  campaigns: ["name", "status", "daily_limit", "timestamp_created", "id"],
  emails: ["timestamp_email", "from_address_email", "subject", "ue_type", "i_status", "id"],
  "lead-lists": ["name", "timestamp_created", "id"],
};

/** Chooses the columns of a table: those of the group, else the first fields with a plain value. */
export function tableColumns(group: string, fields: readonly string[], rows: readonly Row[]): string[] {
  const preferred = PREFERRED[group]?.filter((name) => fields.includes(name)) ?? [];
  if (preferred.length > 0) return preferred;
  const plain = fields.filter((name) => rows.some((row) => row[name] != null && typeof row[name] !== "object"));
  return plain.slice(0, MAX_COLUMNS);
}

/** The text of a value in a table. */
export function cellText(name: string, value: unknown, words: CodeWords): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return JSON.stringify(value);
  // The label of a code may go on with an explanation.
  return words[name]?.[String(value)]?.split(".")[0] ?? String(value);
}
