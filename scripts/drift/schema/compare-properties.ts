import type { SpecNode } from "../document/document-node.ts";
import { type Place, propertyPlace } from "../document/place.ts";
import { report, type Walk } from "./comparison-context.ts";
import type { Change, FindingClass } from "./finding.ts";
import { type SchemaView, schemaView } from "./schema-view.ts";

/**
 * Compares which properties there are and which of them are required.
 *
 * @returns the properties both sides have, for comparing what they hold.
 */
export function compareProperties(
  walk: Walk,
  place: Place,
  published: SchemaView,
  ours: SchemaView,
): [Place, SpecNode, SpecNode][] {
  const shared: [Place, SpecNode, SpecNode][] = [];
  for (const [name, source] of published.properties) {
    const own = ours.properties.get(name);
    const property = propertyPlace(place, name);
    const required = published.required.has(name);
    if (own === undefined) {
      const summary = `${required ? "required" : "optional"} ${summaryOf(source)}`;
      const harmless = walk.direction === "response" || !required;
      const verdict: readonly [FindingClass, Change] = harmless ? ["additive", "added"] : ["breaking", "narrowed"];
      report(
        walk,
        property,
        { kind: "field-added", published: summary, ours: "absent", name, at: ours.node, source },
        verdict,
      );
      continue;
    }
    shared.push([property, source, own]);
    if (required === ours.required.has(name)) continue;
    const words = (is: boolean) => (is ? "required" : "optional");
    const kind = required ? "field-required" : "field-optional";
    const safer = required === (walk.direction === "response");
    const verdict: readonly [FindingClass, Change] = safer ? ["changed", "widened"] : ["breaking", "narrowed"];
    report(
      walk,
      property,
      { kind, published: words(required), ours: words(!required), name, at: own, source },
      verdict,
    );
  }
  for (const name of takesObjects(published) ? published.required : []) {
    if (published.properties.has(name) || ours.required.has(name)) continue;
    const difference = { kind: "field-required", published: "required", ours: "optional", name, at: ours.node };
    const safer = walk.direction === "response";
    report(walk, propertyPlace(place, name), difference, safer ? ["changed", "widened"] : ["breaking", "narrowed"]);
  }
  for (const [name, own] of ours.properties) {
    if (published.properties.has(name)) continue;
    const difference = { kind: "field-removed", published: "absent", ours: summaryOf(own), name, at: own };
    report(walk, propertyPlace(place, name), difference, ["breaking", "removed"]);
  }
  return shared;
}

/** On a list or a text `required` has no effect. */
function takesObjects({ types }: SchemaView): boolean {
  return types === undefined || types.includes("object");
}

/** A schema in a few words: `string uuid, or null`. */
export function summaryOf(node: SpecNode): string {
  const { types, nullable, keywords } = schemaView(node);
  const format = keywords.get("format")?.value;
  const values = keywords.get("enum")?.value;
  return [
    types?.join(" or ") ?? "any value",
    ...(typeof format === "string" ? [` ${format}`] : []),
    ...(Array.isArray(values) ? [` of ${values.length} values`] : []),
    ...(nullable ? [", or null"] : []),
  ].join("");
}
