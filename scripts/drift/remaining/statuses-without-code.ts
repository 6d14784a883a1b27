import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MergedFinding } from "../compare/merge-findings.ts";
import type { RemainingItem } from "./remaining-item.ts";

/** The table of the client with the error code of each status. */
const TABLE = /^const \w+: Readonly<Record<number, InstantlyErrorCode>> = \{\n([\s\S]*?)^\};/m;

/**
 * Lists the added error statuses for which the client has no code of their own. They work, but callers cannot tell them
 * from other rejected requests.
 */
export function statusesWithoutCode(root: string, applied: readonly MergedFinding[]): RemainingItem[] {
  const statuses = applied.filter(({ kind, name = "" }) => kind === "status-added" && /^4\d\d$/.test(name));
  const names = [...new Set(statuses.map(({ name = "" }) => name))];
  const source = path.join(root, "packages/client/src");
  if (names.length === 0 || !existsSync(source)) return [];
  for (const file of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    const text = file.endsWith(".ts") ? readFileSync(path.join(source, file), "utf8") : "";
    const table = TABLE.exec(text);
    if (!table) continue;
    const line = text.slice(0, table.index).split("\n").length;
    const place = `packages/client/src/${file.replaceAll(path.sep, "/")}:${line}`;
    return names
      .filter((name) => !new RegExp(`^\\s*${name}:`, "m").test(table[1] ?? ""))
      .filter((name) => name !== "400")
      .map((name) => ({
        place,
        what: `decide on an error code for status ${name}: it is bad_request now. For another, add ${name}: "..." here, to InstantlyErrorCode and to docs/errors.md`,
      }));
  }
  return names.map((name) => ({ place: "packages/client/src", what: `decide on an error code for status ${name}` }));
}
