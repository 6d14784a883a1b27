import { parseDocument } from "yaml";
import { plainName } from "../edit/plain-name.ts";

/**
 * Writes the vendor's other operations into the list of them, by id, keeping the comments of the file.
 *
 * @throws NotApplicable when an id or a path is not a plain one.
 */
export function recordVendorOperations(text: string, operations: ReadonlyMap<string, string>): string {
  const sorted = [...operations].sort(([a], [b]) => (a < b ? -1 : 1));
  const document = parseDocument(text);
  const names = sorted.map(([id, name]) => [plainName(id, "an operation id"), plainPath(name)]);
  document.set("operations", document.createNode(Object.fromEntries(names)));
  return document.toString({ lineWidth: 0 });
}

/** The braces of path parameters are the one thing a path has that a plain name has not. */
function plainPath(name: string): string {
  plainName(name.replaceAll(/[{}]/g, "_"), "an operation's path");
  return name;
}
