import type { MergedFinding } from "../compare/merge-findings.ts";
import { DEPARTURES } from "../records/departures.ts";
import type { RemainingItem } from "../remaining/remaining-item.ts";
import { specFile } from "../report/drift-text.ts";
import { renameText, valuesText } from "../report/finding-lines.ts";
import { printable } from "../report/printable.ts";
import { findingClasses } from "../schema/finding.ts";
import { actionsUsing } from "./actions-using.ts";
import { PACKAGES } from "./changeset.ts";
import { findingKey, type Update } from "./update.ts";

/** What a person must write or decide after an update. */
export function remainingText(items: readonly RemainingItem[]): string {
  if (items.length === 0) return "";
  const lines = items.map(({ place, what }) => `  ${printable(place)}\n           ${printable(what)}`);
  return `\nTo be written or decided by a person\n${lines.join("\n")}\n`;
}

/** The result of an update as text, also used for the pull request. */
export function updateText(update: Update, specDirectory: string): string {
  const { applied, left, bumps, changeset } = update;
  const lines = [applied.length > 0 ? "Applied" : "Nothing to apply."];
  for (const finding of applied) {
    lines.push(`  ${finding.kind} ${printable(finding.place)} -> spec/${finding.at.file}`);
  }
  const decisions = [...left.findings].sort(
    (a, b) => findingClasses.indexOf(b.class) - findingClasses.indexOf(a.class),
  );
  if (decisions.length > 0) lines.push("", "Needs a decision");
  for (const finding of decisions) lines.push(...decisionLines(update, finding, specDirectory));
  if (left.stale.length > 0) lines.push("", `Departures that no longer hold (spec/${DEPARTURES})`);
  for (const { departure, place, kind } of left.stale) lines.push(`  ${departure}: ${kind} at ${printable(place)}`);
  const versions = PACKAGES.map((name) => `${name} ${bumps[name]}`);
  lines.push("", `Versions: ${versions.join(", ")}`);
  lines.push(changeset ? `Changeset: .changeset/${changeset.name}` : "Changeset: none");
  return `${lines.join("\n")}\n`;
}

function decisionLines({ left, skipped }: Update, finding: MergedFinding, specDirectory: string): string[] {
  const { class: findingClass, kind, place } = finding;
  const reason = skipped.get(findingKey(finding));
  const users = finding.change === "added" ? [] : actionsUsing(specDirectory, finding.at);
  return [
    `  ${findingClass.padEnd(8)} ${kind} ${printable(place)}`,
    `           ${valuesText(finding)}; edit ${specFile(left, finding)}`,
    ...renameText(finding).map((text) => `           ${text}`),
    ...(reason === undefined ? [] : [`           not applied: ${reason}`]),
    ...(users.length > 0 ? [`           used by ${users.map((file) => `spec/${file}`).join(", ")}`] : []),
  ];
}
