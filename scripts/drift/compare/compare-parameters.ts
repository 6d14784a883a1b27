import { childOf, childrenOf, type DocumentNode, isRecord } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { propertyPlace } from "../document/place.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";
import { summaryOf } from "../schema/schema-summary.ts";
import { compareDeprecated } from "./compare-deprecated.ts";

/** Compares the parameters of an operation. */
export function compareParameters(context: ComparisonContext, published: OperationNode, ours: OperationNode): void {
  const [theirs, own] = [parametersOf(published), parametersOf(ours)];
  for (const [key, source] of theirs) {
    const place = placeOf(ours, source);
    const name = String(field(source, "name"));
    const required = field(source, "required") === true;
    const presence = (isRequired: boolean) => (isRequired ? "required" : "optional");
    const match = own.get(key);
    if (match === undefined) {
      const schema = childOf(source, "schema");
      const summary = `${presence(required)} ${schema ? summaryOf(schema) : "any value"}`;
      const difference = { kind: "parameter-added", published: summary, ours: "absent", name, at: ours.node, source };
      addFinding(context, place, difference, required ? ["breaking", "narrowed"] : ["additive", "added"]);
      continue;
    }
    if (required !== (field(match, "required") === true)) {
      const kind = required ? "parameter-required" : "parameter-optional";
      const difference = { kind, published: presence(required), ours: presence(!required), name, at: match, source };
      addFinding(context, place, difference, required ? ["breaking", "narrowed"] : ["changed", "widened"]);
    }
    compareSerialization(context, place, source, match);
    compareDeprecated(context, place, source, match);
    const [theirSchema, ourSchema] = [childOf(source, "schema"), childOf(match, "schema")];
    if (theirSchema && ourSchema) compareSchemas(context, place, theirSchema, ourSchema);
    else if (theirSchema ?? ourSchema) {
      const summary = (schema: DocumentNode | undefined) => (schema ? summaryOf(schema) : "no schema");
      const difference = {
        kind: "schema-changed",
        published: summary(theirSchema),
        ours: summary(ourSchema),
        at: match,
      };
      addFinding(context, place, difference, ["breaking", "narrowed"]);
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
    addFinding(context, placeOf(ours, match), difference, ["breaking", "removed"]);
  }
}

/** Compares how arrays and objects are serialized into the URL. */
function compareSerialization(
  context: ComparisonContext,
  place: Place,
  published: DocumentNode,
  ours: DocumentNode,
): void {
  const format = (node: DocumentNode) => {
    const style = field(node, "style") ?? (field(node, "in") === "query" ? "form" : "simple");
    const exploded = (field(node, "explode") ?? style === "form") ? ", exploded" : "";
    return `${style}${exploded}${field(node, "allowReserved") === true ? ", reserved characters unencoded" : ""}`;
  };
  if (format(published) === format(ours)) return;
  const difference = { kind: "serialization-changed", published: format(published), ours: format(ours), at: ours };
  addFinding(context, place, difference, ["breaking", "narrowed"]);
}

function parametersOf(operation: OperationNode): Map<string, DocumentNode> {
  const found = new Map<string, DocumentNode>();
  for (const owner of [operation.pathItem, operation.node]) {
    for (const [, written] of childrenOf(childOf(owner, "parameters"))) {
      const parameter = followNode(written);
      found.set(`${field(parameter, "in")} ${field(parameter, "name")}`, parameter);
    }
  }
  return found;
}

function placeOf(operation: OperationNode, parameter: DocumentNode): Place {
  const place = { operation: operation.name, section: String(field(parameter, "in")), path: "" };
  return propertyPlace(place, String(field(parameter, "name")));
}

function field(node: DocumentNode, name: string): unknown {
  return isRecord(node.value) ? node.value[name] : undefined;
}
