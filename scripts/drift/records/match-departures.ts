import { canonical } from "../document/canonical-json.ts";
import type { Finding } from "../schema/finding.ts";
import type { Departure } from "./departures.ts";
import { expandPlace } from "./expand-place.ts";

/** A finding, with the id of the departure that declares it. */
export interface MatchedFinding extends Finding {
  readonly departure?: string;
}

/** A place at which a declared departure no longer matches the two documents. */
export interface StaleDeparture {
  readonly departure: string;
  readonly place: string;
  readonly kind: string;
  /** The values in `spec/vendor/departures.yaml`. */
  readonly declared: { readonly published: unknown; readonly ours: unknown };
  /** The values now; undefined when the two documents agree. */
  readonly now?: { readonly published: unknown; readonly ours: unknown };
}

/** Departures inside something that was removed are not reported. */
const REMOVED = [
  ...["operation-removed", "operation-moved", "status-removed", "field-removed", "parameter-removed"],
  ...["content-changed", "body-removed"],
];

/**
 * Matches findings with the declared departures. Place, kind and both values must be equal, so a departure whose values
 * changed gives two results: a stale departure and a finding.
 */
export function matchDepartures(
  findings: readonly Finding[],
  departures: readonly Departure[],
  operations: readonly string[],
): { findings: MatchedFinding[]; stale: StaleDeparture[] } {
  const declared = new Map<string, string>();
  const stale: StaleDeparture[] = [];
  const keys = new Set(findings.map(keyOf));
  const removed = findings.filter(({ kind }) => REMOVED.includes(kind)).map(({ place }) => place);
  for (const { id, kind, cases } of departures) {
    for (const { where, published, ours } of cases) {
      for (const place of where.flatMap((pattern) => expandPlace(pattern, operations))) {
        if (removed.some((other) => place.startsWith(other) && /^[ .[]/.test(place.slice(other.length)))) continue;
        const key = keyOf({ place, kind, published, ours });
        if (keys.has(key)) {
          declared.set(key, id);
          continue;
        }
        const now = findings.find((finding) => finding.place === place && finding.kind === kind);
        stale.push({
          departure: id,
          place,
          kind,
          declared: { published, ours },
          ...(now ? { now: { published: now.published, ours: now.ours } } : {}),
        });
      }
    }
  }
  const matched = findings.map((finding) => {
    const departure = declared.get(keyOf(finding));
    return departure ? { ...finding, departure } : finding;
  });
  return { findings: matched, stale };
}

function keyOf(finding: Pick<Finding, "place" | "kind" | "published" | "ours">): string {
  return canonical([finding.place, finding.kind, finding.published, finding.ours]);
}
