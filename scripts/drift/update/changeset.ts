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
  const changes = bumps.changes.filter(({ change }) => change !== "documented");
  const lines = changes.map(({ kind, place, published }) => {
    const detail = published === "absent" ? "" : ` (${printable(published)})`;
    return `- ${kind.replaceAll("-", " ")}: \`${printable(place)}\`${detail}`;
  });
  const text = [
    "---",
    ...packages.map((name) => `"@modulex-instantly/${name}": ${bumps[name]}`),
    "---",
    "",
    "Update to the current Instantly API.",
    ...(lines.length > 0 ? ["", ...lines] : []),
    "",
  ].join("\n");
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { name: `follow-the-api-${hash}.md`, text };
}
