import { childOf, childrenOf, isRecord, type SpecNode } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { propertyPlace } from "../document/place.ts";
import { summaryOf } from "../schema/compare-properties.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { report, type Walk } from "../schema/comparison-context.ts";
import { compareDeprecated } from "./compare-deprecated.ts";

/** Compares the parameters by where they go and what they are called. */
export function compareParameters(walk: Walk, published: OperationNode, ours: OperationNode): void {
  const [theirs, own] = [parametersOf(published), parametersOf(ours)];
  for (const [key, source] of theirs) {
    const place = placeOf(ours, source);
    const name = String(field(source, "name"));
    const required = field(source, "required") === true;
    const words = (is: boolean) => (is ? "required" : "optional");
    const match = own.get(key);
    if (match === undefined) {
      const schema = childOf(source, "schema");
      const summary = `${words(required)} ${schema ? summaryOf(schema) : "any value"}`;
      const difference = { kind: "parameter-added", published: summary, ours: "absent", name, at: ours.node, source };
      report(walk, place, difference, required ? ["breaking", "narrowed"] : ["additive", "added"]);
      continue;
    }
    if (required !== (field(match, "required") === true)) {
      const kind = required ? "parameter-required" : "parameter-optional";
      const difference = { kind, published: words(required), ours: words(!required), name, at: match, source };
      report(walk, place, difference, required ? ["breaking", "narrowed"] : ["changed", "widened"]);
    }
    compareSerialization(walk, place, source, match);
    compareDeprecated(walk, place, source, match);
    const [theirSchema, ourSchema] = [childOf(source, "schema"), childOf(match, "schema")];
    if (theirSchema && ourSchema) compareSchemas(walk, place, theirSchema, ourSchema);
    else if (theirSchema ?? ourSchema) {
      const words = (schema: SpecNode | undefined) => (schema ? summaryOf(schema) : "no schema");
      const difference = { kind: "schema-changed", published: words(theirSchema), ours: words(ourSchema), at: match };
      report(walk, place, difference, ["breaking", "narrowed"]);
    }
  }
  for (const [key, match] of own) {
    if (theirs.has(key)) continue;
    const schema = childOf(match, "schema");
    const difference = {
      kind: "parameter-removed",
      published: "absent",
      ours: schema ? summaryOf(schema) : "any value",
      name: String(field(match, "name")),
      at: match,
    };
    report(walk, placeOf(ours, match), difference, ["breaking", "removed"]);
  }
}

/** How a list or an object is written into the address. */
function compareSerialization(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const words = (node: SpecNode) => {
    const style = field(node, "style") ?? (field(node, "in") === "query" ? "form" : "simple");
    const exploded = (field(node, "explode") ?? style === "form") ? ", exploded" : "";
    return `${style}${exploded}${field(node, "allowReserved") === true ? ", reserved characters as they are" : ""}`;
  };
  if (words(published) === words(ours)) return;
  const difference = { kind: "serialization-changed", published: words(published), ours: words(ours), at: ours };
  report(walk, place, difference, ["breaking", "narrowed"]);
}

function parametersOf(operation: OperationNode): Map<string, SpecNode> {
  const found = new Map<string, SpecNode>();
  for (const owner of [operation.pathItem, operation.node]) {
    for (const [, written] of childrenOf(childOf(owner, "parameters"))) {
      const parameter = followNode(written);
      found.set(`${field(parameter, "in")} ${field(parameter, "name")}`, parameter);
    }
  }
  return found;
}

function placeOf(operation: OperationNode, parameter: SpecNode): Place {
  const place = { operation: operation.name, section: String(field(parameter, "in")), path: "" };
  return propertyPlace(place, String(field(parameter, "name")));
}

function field(node: SpecNode, name: string): unknown {
  return isRecord(node.value) ? node.value[name] : undefined;
}
