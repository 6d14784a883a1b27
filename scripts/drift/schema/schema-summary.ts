import { childrenOf, type DocumentNode } from "../document/document-node.ts";
import { ALTERNATIVES } from "./compare-alternatives.ts";
import { type SchemaView, schemaView } from "./schema-view.ts";

const MAX_LISTED = 5;
const MAX_DEPTH = 2;

/** A summary of a schema in words, such as `string uuid, or null` or `one of: string; object with id, name`. */
export function summaryOf(node: DocumentNode): string {
  return summary(node, 0);
}

/** A summary of each alternative of a `oneOf` or `anyOf`. */
export function alternativesText(list: DocumentNode): string {
  return listed(childrenOf(list), "; ", ([, member]) => summary(member, 1));
}

function summary(node: DocumentNode, depth: number): string {
  const view = schemaView(node);
  const { types, nullable, keywords } = view;
  const keyword = ALTERNATIVES.find((name) => keywords.has(name));
  const alternatives = keyword && depth < MAX_DEPTH ? keywords.get(keyword) : undefined;
  const format = keywords.get("format")?.value;
  const values = keywords.get("enum")?.value;
  return [
    types?.join(" or ") ?? (alternatives ? "" : "any value"),
    ...(typeof format === "string" ? [` ${format}`] : []),
    ...(Array.isArray(values) ? [` of ${values.length} values`] : []),
    ...(depth > 0 ? [membersOf(view)] : []),
    ...(alternatives
      ? [`${types ? ", " : ""}${keyword === "oneOf" ? "one of" : "any of"}: ${alternativesText(alternatives)}`]
      : []),
    ...(nullable ? [", or null"] : []),
  ].join("");
}

/** Names the properties of an object, and describes the items of a list. */
function membersOf({ properties, required, keywords }: SchemaView): string {
  const names = [...new Set([...properties.keys(), ...required])];
  const items = keywords.get("items");
  if (items) return ` of ${summary(items, MAX_DEPTH)}`;
  return names.length > 0 ? ` with ${listed(names, ", ", String)}` : "";
}

function listed<Item>(items: readonly Item[], separator: string, format: (item: Item) => string): string {
  const shown = items.slice(0, MAX_LISTED).map(format);
  const more = items.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(separator);
}
