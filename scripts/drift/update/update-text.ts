import type { MergedFinding } from "../compare/merge-findings.ts";
import { specFile } from "../report/drift-text.ts";
import { printable } from "../report/printable.ts";
import { findingClasses } from "../schema/finding.ts";
import { DEPARTURES } from "../vendor/departures.ts";
import { actionsRelyingOn } from "./actions-relying-on.ts";
import { PACKAGES } from "./changeset.ts";
import { refusalKey, type Update } from "./update.ts";

/** What an update did and what a person must decide, for people and for the text of the pull request. */
export function updateText(update: Update, specDirectory: string): string {
  const { applied, left, bumps, changeset } = update;
  const lines = [applied.length > 0 ? "Applied" : "Nothing to apply."];
  for (const finding of applied) {
    lines.push(`  ${finding.kind} ${printable(finding.place)} -> spec/${finding.at.file}`);
  }
  const decisions = [...left.findings].sort(
    (a, b) => findingClasses.indexOf(b.class) - findingClasses.indexOf(a.class),
  );
  if (decisions.length > 0) lines.push("", "To be decided by a person");
  for (const finding of decisions) lines.push(...decisionLines(update, finding, specDirectory));
  if (left.untrue.length > 0) lines.push("", `Departures that no longer hold (spec/${DEPARTURES})`);
  for (const { departure, place, kind } of left.untrue) lines.push(`  ${departure}: ${kind} at ${printable(place)}`);
  const versions = PACKAGES.map((name) => `${name} ${bumps[name]}`);
  lines.push("", `Versions: ${versions.join(", ")}`);
  lines.push(changeset ? `Changeset: .changeset/${changeset.name}` : "Changeset: none");
  return `${lines.join("\n")}\n`;
}

function decisionLines({ left, refused }: Update, finding: MergedFinding, specDirectory: string): string[] {
  const { class: findingClass, kind, place, published, ours } = finding;
  const reason = refused.get(refusalKey(finding));
  const relying = finding.change === "added" ? [] : actionsRelyingOn(specDirectory, finding.at);
  return [
    `  ${findingClass.padEnd(8)} ${kind} ${printable(place)}`,
    `           published: ${printable(published)}; ours: ${printable(ours)}; edit ${specFile(left, finding)}`,
    ...(reason === undefined ? [] : [`           not applied: ${reason}`]),
    ...(relying.length > 0 ? [`           used by ${relying.map((file) => `spec/${file}`).join(", ")}`] : []),
  ];
}
