import { usageError } from "../command-error.ts";
import { nearestName } from "../nearest-name.ts";
import { isEmailAddress } from "./email-address.ts";
import type { LeadField } from "./lead-fields.ts";
import { fieldOfHeader, isLeadField, LEAD_FIELDS, mergeTagNames } from "./lead-fields.ts";

/** What a column of a file becomes: a lead field, a custom variable (with its prefix), or nothing. */
export type ColumnTarget = LeadField | `custom_variables.${string}` | null;

/** A column of a file. */
export interface Column {
  /** Its name in the first row; empty if it has none. */
  readonly header: string;
  readonly target: ColumnTarget;
}

/** The flags that decide about columns. */
export interface MappingFlags {
  /** Each `HEADER=FIELD`, or `HEADER=custom_variables.NAME`. */
  readonly map?: readonly string[] | undefined;
  /** The headers of columns to leave out. */
  readonly skip?: readonly string[] | undefined;
}

/** The columns of a file, and those that the flags and the known spellings of the fields say nothing about. */
export interface ColumnMapping {
  readonly columns: readonly Column[];
  /** Whether a flag or a known spelling decided, by the index of the column. The others become custom variables. */
  readonly isDecided: readonly boolean[];
}

export const VARIABLE = "custom_variables.";

/**
 * Maps columns to lead fields: by the flags, then by common spellings such as "E-mail" or "Last name". The rest become custom
 * variables with the name of the column. A column without a name is left out; a cell with text in it is a fault of its row.
 *
 * @throws CommandError for a first row without names, duplicate headers, for flags that name no column or no field, and for two columns of one field.
 */
export function mapColumns(headers: readonly string[], { map = [], skip = [] }: MappingFlags): ColumnMapping {
  const names = headers.map((header) => header.trim());
  assertNames(names);
  assertDistinct(names);
  const targets = new Map<number, ColumnTarget>();
  const decide = (flag: string, reference: string, target: ColumnTarget) => {
    const index = indexOf(flag, reference, names);
    if (targets.has(index)) throw usageError(`${flag}: the column ${shown(names, index)} is named by two flags`);
    targets.set(index, target);
  };
  for (const header of skip) decide(`--skip ${JSON.stringify(header)}`, header, null);
  for (const pair of map) {
    const flag = `--map ${JSON.stringify(pair)}`;
    const at = pair.lastIndexOf("=");
    if (at < 1) throw usageError(`${flag}: expected HEADER=FIELD, for example --map "Mail=email"`);
    decide(flag, pair.slice(0, at).trim(), targetNamed(flag, pair.slice(at + 1).trim()));
  }
  for (const [index, field] of recognised(names, targets)) targets.set(index, field);
  const columns = names.map((header, index) => ({ header, target: targets.get(index) ?? defaultTarget(index) }));
  function defaultTarget(index: number): ColumnTarget {
    const header = names[index];
    return targets.has(index) || !header ? null : `${VARIABLE}${header}`;
  }
  return { columns, isDecided: names.map((header, index) => targets.has(index) || header === "") };
}

/**
 * Checks columns before they are used: there is an email column, and no two columns become the same.
 *
 * @throws CommandError naming the columns.
 */
export function assertMapping(file: string, columns: readonly Column[]): void {
  const byTarget = new Map<string, string>();
  for (const [index, { header, target }] of columns.entries()) {
    if (target === null) continue;
    const label = header === "" ? `#${index + 1}` : JSON.stringify(header);
    const earlier = byTarget.get(target);
    if (earlier !== undefined) {
      throw usageError(
        `the columns ${earlier} and ${label} both become ${target}: leave one out with --skip or name one with --map`,
      );
    }
    byTarget.set(target, label);
    if (target.startsWith(VARIABLE)) assertVariableName(label, target.slice(VARIABLE.length));
  }
  if (byTarget.has("email")) return;
  const headers = columns.map(({ header }) => header).filter((header) => header !== "");
  const close = nearestName(
    "email",
    headers.filter((header) => /mail|@/i.test(header)),
  );
  const example = close ?? headers[0] ?? "Mail";
  const other =
    close === undefined ? ". If these are not the names of the columns, delete the rows above the names" : "";
  throw usageError(
    `${file} has no email column. Its columns are ${list(headers)}. Name the right one: --map ${JSON.stringify(`${example}=email`)}${other}`,
  );
}

/** Without names, the first row would be taken for them, and its lead would be lost. */
function assertNames(names: readonly string[]): void {
  const address = names.find(isEmailAddress);
  if (address === undefined) return;
  throw usageError(
    `the file has no column names: its first row has the email address ${JSON.stringify(address)}. Add a first row with a name for each column, such as "Email"`,
  );
}

function assertDistinct(names: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (name === "") continue;
    const key = name.toLowerCase();
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      throw usageError(
        `the columns ${earlier + 1} and ${index + 1} have the same header ${JSON.stringify(name)}: rename one in the file`,
      );
    }
    seen.set(key, index);
  }
}

/** Finds the columns whose headers spell a field. An exact name wins over other spellings of the same field. */
function recognised(names: readonly string[], decided: ReadonlyMap<number, ColumnTarget>): Map<number, LeadField> {
  const taken = new Set<unknown>(decided.values());
  const found = new Map<LeadField, number[]>();
  for (const [index, name] of names.entries()) {
    const field = decided.has(index) ? undefined : fieldOfHeader(name);
    if (field !== undefined && !taken.has(field)) found.set(field, [...(found.get(field) ?? []), index]);
  }
  const result = new Map<number, LeadField>();
  for (const [field, indexes] of found) {
    const exact = indexes.filter((index) => fieldOfHeader(names[index] ?? "", "exactly") === field);
    const chosen = exact.length > 0 ? exact : indexes;
    const [index = 0, other] = chosen;
    if (other !== undefined) {
      throw usageError(
        `the columns ${chosen.map((each) => shown(names, each)).join(" and ")} could all be ${field}: choose one with --map ${JSON.stringify(`${names[index]}=${field}`)}`,
      );
    }
    result.set(index, field);
  }
  return result;
}

function targetNamed(flag: string, name: string): ColumnTarget {
  if (isLeadField(name) || (name.startsWith(VARIABLE) && name.length > VARIABLE.length)) return name as ColumnTarget;
  const close = nearestName(name, LEAD_FIELDS);
  throw usageError(
    `${flag}: ${JSON.stringify(name)} is not a lead field${close ? `; did you mean ${close}?` : `. The fields are ${LEAD_FIELDS.join(", ")}.`} For a custom variable write ${VARIABLE}${name || "NAME"}`,
  );
}

function indexOf(flag: string, reference: string, names: readonly string[]): number {
  const byNumber = /^#([1-9]\d{0,3})$/.exec(reference)?.[1];
  const wanted = reference.trim().toLowerCase();
  const index = names.findIndex((name) => name.toLowerCase() === wanted && name !== "");
  if (index !== -1) return index;
  if (byNumber !== undefined && Number(byNumber) <= names.length) return Number(byNumber) - 1;
  const close = nearestName(reference, names);
  throw usageError(
    `${flag}: the file has no such column${close ? `; did you mean ${JSON.stringify(close)}?` : `. Its columns are ${list(names)}`}`,
  );
}

function assertVariableName(label: string, name: string): void {
  const reason = mergeTagNames.has(name.toLowerCase())
    ? "is the merge tag of a lead field"
    : /[{}\p{Cc}\p{Cf}\u2028\u2029]/u.test(name)
      ? "has a character that no merge tag can have"
      : name.length > 100
        ? "is longer than 100 characters"
        : name === "__proto__"
          ? "makes the API reject the whole lead"
          : undefined;
  if (reason === undefined) return;
  throw usageError(
    `the column ${label}: ${JSON.stringify(name)} cannot be the name of a custom variable, because it ${reason}. Give another with --map, or leave the column out with --skip`,
  );
}

function shown(names: readonly string[], index: number): string {
  return names[index] ? JSON.stringify(names[index]) : `#${index + 1}`;
}

function list(names: readonly string[]): string {
  const first = names.slice(0, 20).map((name) => JSON.stringify(name.slice(0, 60)));
  return `${first.join(", ")}${names.length > first.length ? ` and ${names.length - first.length} more` : ""}`;
}
