import { createHash } from "node:crypto";
import { printable } from "../report/printable.ts";
import type { PackageBumps } from "./package-bumps.ts";

/** A changeset file: its name in `.changeset/` and its text. */
export interface Changeset {
  readonly name: string;
  readonly text: string;
}

/** The packages whose versions depend on the API. */
export const PACKAGES = ["types", "client", "actions", "sandbox"] as const;

/** The changeset for a change of the spec; undefined when no package changes. */
export function changesetFor(bumps: PackageBumps): Changeset | undefined {
  const packages = PACKAGES.filter((name) => bumps[name] !== "none");
  if (packages.length === 0) return undefined;
  const text = [
    "---",
    ...packages.map((name) => `"@modulex-instantly/${name}": ${bumps[name]}`),
    "---",
    "",
    "The packages follow the current Instantly API.",
    "",
    "- **Cause.** Instantly's API document has changed.",
    `- **Effect.** ${effectOf(bumps)}`,
    `- **Who must act.** ${whoMustAct(bumps)}`,
    "",
  ].join("\n");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { name: `follow-the-api-${hash}.md`, text };
}

/** One sentence with every change, in the words of the report. */
function effectOf({ changes }: PackageBumps): string {
  const texts = changes
    .filter(({ change }) => change !== "documented")
    .filter(({ kind, otherName }) => otherName === undefined || kind.endsWith("-removed"))
    .map(({ kind, place, published, otherName }) => {
      if (otherName !== undefined) return `\`${printable(place)}\` is \`${printable(otherName)}\` now`;
      const detail = published === "absent" ? "" : ` (${printable(published)})`;
      return `${kind.replaceAll("-", " ")}: \`${printable(place)}\`${detail}`;
    });
  return texts.length > 0
    ? `${capitalized(texts.join("; "))}.`
    : "The generated tables and validators follow the spec.";
}

function whoMustAct({ changes, actions }: PackageBumps): string {
  const names = changes
    .filter(({ change }) => change === "removed" || change === "narrowed")
    .map(({ name, place }) => `\`${printable(name ?? place)}\``);
  if (names.length > 0) return `Whoever uses ${[...new Set(names)].join(", ")}: the compiler shows where.`;
  if (actions === "major")
    return "Whoever validates results of the actions with an older copy of their output schemas.";
  const isValueNew = changes.some(({ kind }) => kind === "enum-value-added");
  return isValueNew ? "Whoever handles every value of an enum: there is a new one." : "Nobody.";
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
