import { canonical } from "../document/canonical-json.ts";
import type { Finding } from "../schema/finding.ts";
import type { Departure } from "./departures.ts";
import { expandPlace } from "./expand-place.ts";

/** A finding, with the departure that declares it. */
export interface JudgedFinding extends Finding {
  readonly departure?: string;
}

/** A place at which a departure no longer holds as it is written. */
export interface UntrueDeparture {
  readonly departure: string;
  readonly place: string;
  readonly kind: string;
  /** What stands in the data file. */
  readonly declared: { readonly published: unknown; readonly ours: unknown };
  /** What is true now; undefined when the two documents agree there. */
  readonly now?: { readonly published: unknown; readonly ours: unknown };
}

/** What is inside of something that is gone has no departures to be reported. */
const GONE = [
  ...["operation-removed", "operation-moved", "status-removed", "field-removed", "parameter-removed"],
  ...["content-changed", "body-removed"],
];

/**
 * Sorts out which findings are declared departures, and which departures no longer hold. A departure covers a finding
 * only if place, kind and both values agree, so a departure that has changed is reported twice: as what it was and as
 * what it is.
 */
export function judgeDepartures(
  findings: readonly Finding[],
  departures: readonly Departure[],
  operations: readonly string[],
): { findings: JudgedFinding[]; untrue: UntrueDeparture[] } {
  const declared = new Map<string, string>();
  const untrue: UntrueDeparture[] = [];
  const keys = new Set(findings.map(keyOf));
  const gone = findings.filter(({ kind }) => GONE.includes(kind)).map(({ place }) => place);
  for (const { id, kind, cases } of departures) {
    for (const { where, published, ours } of cases) {
      for (const place of where.flatMap((pattern) => expandPlace(pattern, operations))) {
        if (gone.some((other) => place.startsWith(other) && /^[ .[]/.test(place.slice(other.length)))) continue;
        const key = keyOf({ place, kind, published, ours });
        if (keys.has(key)) {
          declared.set(key, id);
          continue;
        }
        const now = findings.find((finding) => finding.place === place && finding.kind === kind);
        untrue.push({
          departure: id,
          place,
          kind,
          declared: { published, ours },
          ...(now ? { now: { published: now.published, ours: now.ours } } : {}),
        });
      }
    }
  }
  const judged = findings.map((finding) => {
    const departure = declared.get(keyOf(finding));
    return departure ? { ...finding, departure } : finding;
  });
  return { findings: judged, untrue };
}

function keyOf(finding: Pick<Finding, "place" | "kind" | "published" | "ours">): string {
  return canonical([finding.place, finding.kind, finding.published, finding.ours]);
}
