import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { STATUS_TO_DESCRIBE, TO_DESCRIBE, TO_EXPLAIN } from "../edit/placeholder-text.ts";
import type { RemainingItem } from "./remaining-item.ts";

/** Lists the placeholders in a spec folder that `spec:update` has written and nobody has replaced. */
export function unwrittenParts(specDirectory: string): RemainingItem[] {
  return readdirSync(specDirectory, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(path.join(specDirectory, file), "utf8").split("\n");
      return lines.flatMap((_, index) => {
        const what = whatToWrite(lines, index);
        return what === undefined ? [] : [{ place: `spec/${file.replaceAll(path.sep, "/")}:${index + 1}`, what }];
      });
    });
}

function whatToWrite(lines: readonly string[], index: number): string | undefined {
  const line = lines[index] ?? "";
  if (line.includes(TO_DESCRIBE)) return `describe ${ownerOf(lines, index)} in your own words`;
  if (line.includes(STATUS_TO_DESCRIBE)) return `say when the API responds with ${ownerOf(lines, index)}`;
  if (!line.includes(TO_EXPLAIN)) return undefined;
  return `say what the value ${keyOf(line)} means`;
}

/** The key of the nearest line above that is indented less, such as the property of a description. */
function ownerOf(lines: readonly string[], index: number): string {
  const indent = indentOf(lines[index] ?? "");
  const owner = lines.slice(0, index).findLast((line) => line.trim() !== "" && indentOf(line) < indent);
  return owner === undefined ? "it" : keyOf(owner);
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

function keyOf(line: string): string {
  return (/^[\s-]*("?)(.*?)\1:(\s|$)/.exec(line)?.[2] ?? line).trim();
}
