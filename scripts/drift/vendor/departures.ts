import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { CannotCompare } from "../document/comparison-error.ts";
import { isRecord } from "../document/document-node.ts";

/** The declared differences, below the spec folder. */
export const DEPARTURES = "vendor/departures.yaml";

/** A wanted difference from the vendor's document, as `spec/vendor/departures.yaml` declares it. */
export interface Departure {
  readonly id: string;
  readonly kind: string;
  readonly cases: readonly DepartureCase[];
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly date: string;
}

/** Where a departure holds and what stands on either side there. */
export interface DepartureCase {
  readonly where: readonly string[];
  readonly published: unknown;
  readonly ours: unknown;
}

const FIELDS = ["id", "kind", "cases", "reason", "evidence", "date"];
const CASE_FIELDS = ["where", "published", "ours"];

/**
 * Reads the departures.
 *
 * @throws CannotCompare naming the entry and the field that is missing, unknown or malformed.
 */
export function readDepartures(file: string): Departure[] {
  const value = parse(readFileSync(file, "utf8")) as unknown;
  const entries = isRecord(value) ? value["departures"] : undefined;
  if (!Array.isArray(entries)) throw new CannotCompare(`${file}: expected a list named departures`);
  const departures = entries.map((entry, index) => departure(entry, `departures[${index}]`));
  for (const { id } of departures) {
    if (departures.filter((other) => other.id === id).length > 1) throw refusal(id, "id is used twice");
  }
  return departures;
}

function departure(entry: unknown, place: string): Departure {
  const fields = checkedFields(entry, FIELDS, place);
  const { id, kind, cases, reason, evidence, date } = fields;
  const where = typeof id === "string" ? id : place;
  for (const [name, value] of Object.entries({ id, kind, reason })) {
    if (typeof value !== "string" || value.trim() === "") throw refusal(where, `${name} must be a text`);
  }
  if (!Array.isArray(evidence) || evidence.length === 0 || evidence.some((tag) => !/^[SDLRI]$/.test(String(tag)))) {
    throw refusal(where, "evidence must be a list of S, D, L, R or I");
  }
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw refusal(where, "date must be YYYY-MM-DD");
  if (!Array.isArray(cases) || cases.length === 0) throw refusal(where, "cases must be a list and not empty");
  return {
    id: where,
    kind: String(kind),
    cases: cases.map((item) => departureCase(item, where)),
    reason: String(reason),
    evidence: evidence.map(String),
    date,
  };
}

function departureCase(entry: unknown, id: string): DepartureCase {
  const { where, published, ours } = checkedFields(entry, CASE_FIELDS, `${id}, cases`);
  const places = [where].flat();
  if (places.length === 0 || places.some((place) => typeof place !== "string" || place === "")) {
    throw refusal(id, "where must be a place or a list of places");
  }
  return { where: places.map(String), published, ours };
}

function checkedFields(entry: unknown, expected: readonly string[], place: string): Record<string, unknown> {
  if (!isRecord(entry)) throw refusal(place, `expected ${expected.join(", ")}`);
  const missing = expected.find((name) => !Object.hasOwn(entry, name));
  if (missing) throw refusal(place, `${missing} is missing`);
  const unknown = Object.keys(entry).find((name) => !expected.includes(name));
  if (unknown) throw refusal(place, `${unknown} is unknown; expected ${expected.join(", ")}`);
  return { ...entry };
}

function refusal(place: string, problem: string): CannotCompare {
  return new CannotCompare(`spec/${DEPARTURES}, ${place}: ${problem}`);
}
