import type { DocumentNode } from "../document/document-node.ts";
import { type Place, propertyPlace } from "../document/place.ts";
import { addFinding, type ComparisonContext } from "./comparison-context.ts";
import type { Classification } from "./finding.ts";
import { summaryOf } from "./schema-summary.ts";
import type { SchemaView } from "./schema-view.ts";

/**
 * Compares which properties exist and which of them are required.
 *
 * @returns the properties that both sides have, to be compared as schemas.
 */
export function compareProperties(
  context: ComparisonContext,
  place: Place,
  published: SchemaView,
  ours: SchemaView,
): [Place, DocumentNode, DocumentNode][] {
  const shared: [Place, DocumentNode, DocumentNode][] = [];
  for (const [name, source] of published.properties) {
    const own = ours.properties.get(name);
    const property = propertyPlace(place, name);
    const required = published.required.has(name);
    if (own === undefined) {
      const summary = `${required ? "required" : "optional"} ${summaryOf(source)}`;
      const isHarmless = context.direction === "response" || !required;
      const classification: Classification = isHarmless ? ["additive", "added"] : ["breaking", "narrowed"];
      addFinding(
        context,
        property,
        { kind: "field-added", published: summary, ours: "absent", name, at: ours.node, source },
        classification,
      );
      continue;
    }
    shared.push([property, source, own]);
    if (required === ours.required.has(name)) continue;
    const presence = (isRequired: boolean) => (isRequired ? "required" : "optional");
    const kind = required ? "field-required" : "field-optional";
    const isSafer = required === (context.direction === "response");
    const classification: Classification = isSafer ? ["changed", "widened"] : ["breaking", "narrowed"];
    addFinding(
      context,
      property,
      { kind, published: presence(required), ours: presence(!required), name, at: own, source },
      classification,
    );
  }
  for (const name of allowsObjects(published) ? published.required : []) {
    if (published.properties.has(name) || ours.required.has(name)) continue;
    const difference = { kind: "field-required", published: "required", ours: "optional", name, at: ours.node };
    const isSafer = context.direction === "response";
    addFinding(
      context,
      propertyPlace(place, name),
      difference,
      isSafer ? ["changed", "widened"] : ["breaking", "narrowed"],
    );
  }
  for (const [name, own] of ours.properties) {
    if (published.properties.has(name)) continue;
    const difference = { kind: "field-removed", published: "absent", ours: summaryOf(own), name, at: own };
    addFinding(context, propertyPlace(place, name), difference, ["breaking", "removed"]);
  }
  return shared;
}

/** `required` has no effect on arrays and strings. */
function allowsObjects({ types }: SchemaView): boolean {
  return types === undefined || types.includes("object");
}
