import type { Drift } from "../compare/find-drift.ts";
import { mostSevereClass } from "../schema/finding.ts";

/** The exit code when nothing could be compared: an invalid document or spec, or a wrong option. */
export const COMPARISON_FAILED = 2;

/** The exit code when the derived files cannot be generated from the spec. Nothing was written. */
export const DERIVATION_FAILED = 5;

/** The exit code of an update after which no difference is left, but a person must still write or decide something. */
export const SOMETHING_REMAINS = 6;

/** The exit code of a comparison: 0 none, 1 additions, documentation or stale departures, 3 changed, 4 breaking. */
export function exitCode({ findings, stale }: Pick<Drift, "findings" | "stale">): number {
  const mostSevere = mostSevereClass(findings);
  if (mostSevere === "breaking") return 4;
  if (mostSevere === "changed") return 3;
  return mostSevere !== undefined || stale.length > 0 ? 1 : 0;
}
