import type { Drift } from "../compare/find-drift.ts";
import { heaviestClass } from "../schema/finding.ts";

/** Nothing could be compared: the document or the spec is broken, or the command was called wrongly. */
export const COULD_NOT_COMPARE = 2;

/** What the command exits with: 0 nothing, 1 additions, documentation or an untrue departure, 3 changed, 4 breaking. */
export function exitCode({ findings, untrue }: Pick<Drift, "findings" | "untrue">): number {
  const heaviest = heaviestClass(findings);
  if (heaviest === "breaking") return 4;
  if (heaviest === "changed") return 3;
  return heaviest !== undefined || untrue.length > 0 ? 1 : 0;
}

/** The spec was edited but no longer derives; nothing was written. */
export const DOES_NOT_DERIVE = 5;
