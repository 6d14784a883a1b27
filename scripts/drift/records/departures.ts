import { ComparisonError } from "../document/comparison-error.ts";
import { isRecord } from "../document/document-node.ts";
import { readVendorFile } from "./read-vendor-file.ts";

/** The file of the departures, relative to the spec folder. */
export const DEPARTURES = "vendor/departures.yaml";

/** A deliberate difference from the vendor's document, as declared in `spec/vendor/departures.yaml`. */
export interface Departure {
  readonly id: string;
  readonly kind: string;
  readonly cases: readonly DepartureCase[];
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly date: string;
}

/** The places of a departure, and the value on each side. */
export interface DepartureCase {
  readonly where: readonly string[];
  readonly published: unknown;
  readonly ours: unknown;
}

const FIELDS = ["id", "kind", "cases", "reason", "evidence", "date"];
const CASE_FIELDS = ["where", "published", "ours"];

/**
 * Reads the departures; none when the file does not exist.
 *
 * @throws ComparisonError naming the entry and the field that is missing, unknown or invalid.
 */
export function readDepartures(file: string): Departure[] {
  const name = `spec/${DEPARTURES}`;
  const value = readVendorFile(file, name) ?? { departures: [] };
  const entries = isRecord(value) ? value["departures"] : undefined;
  if (!Array.isArray(entries)) throw new ComparisonError(`${name}: expected a list named departures`);
  const departures = entries.map((entry, index) => parseDeparture(entry, `departures[${index}]`));
  for (const { id } of departures) {
    if (departures.filter((other) => other.id === id).length > 1) throw departureError(id, "id is used twice");
  }
  return departures;
}

function parseDeparture(entry: unknown, place: string): Departure {
  const fields = requireFields(entry, FIELDS, place);
  const { id, kind, cases, reason, evidence, date } = fields;
  const where = typeof id === "string" ? id : place;
  for (const [name, value] of Object.entries({ id, kind, reason })) {
    if (typeof value !== "string" || value.trim() === "")
      throw departureError(where, `${name} must be a non-empty string`);
  }
  if (!Array.isArray(evidence) || evidence.length === 0 || evidence.some((tag) => !/^[SDLRI]$/.test(String(tag)))) {
    throw departureError(where, "evidence must be a list of S, D, L, R or I");
  }
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw departureError(where, "date must be YYYY-MM-DD");
  if (!Array.isArray(cases) || cases.length === 0) throw departureError(where, "cases must be a non-empty list");
  return {
    id: where,
    kind: String(kind),
    cases: cases.map((item) => parseCase(item, where)),
    reason: String(reason),
    evidence: evidence.map(String),
    date,
  };
}

function parseCase(entry: unknown, id: string): DepartureCase {
  const { where, published, ours } = requireFields(entry, CASE_FIELDS, `${id}, cases`);
  const places = [where].flat();
  if (places.length === 0 || places.some((place) => typeof place !== "string" || place === "")) {
    throw departureError(id, "where must be a place or a list of places");
  }
  return { where: places.map(String), published, ours };
}

function requireFields(entry: unknown, expected: readonly string[], place: string): Record<string, unknown> {
  if (!isRecord(entry)) throw departureError(place, `expected ${expected.join(", ")}`);
  const missing = expected.find((name) => !Object.hasOwn(entry, name));
  if (missing) throw departureError(place, `${missing} is missing`);
  const unknown = Object.keys(entry).find((name) => !expected.includes(name));
  if (unknown) throw departureError(place, `${unknown} is unknown; expected ${expected.join(", ")}`);
  return { ...entry };
}

function departureError(place: string, problem: string): ComparisonError {
  return new ComparisonError(`spec/${DEPARTURES}, ${place}: ${problem}`);
}
