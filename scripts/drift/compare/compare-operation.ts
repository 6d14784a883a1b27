import { childOf, childrenOf, isRecord, type SpecNode } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { Place } from "../document/place.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { report, type Walk } from "../schema/comparison-context.ts";
import type { Change, FindingClass } from "../schema/finding.ts";
import { compareDeprecated } from "./compare-deprecated.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareStatuses } from "./compare-statuses.ts";

/** An operation of a document with the path item around it. */
export interface OperationNode {
  /** The operation as `GET /api/v2/emails`. */
  readonly name: string;
  readonly id: string;
  readonly pathItem: SpecNode;
  readonly node: SpecNode;
}

/** Compares one operation: its id, its parameters, its body and its responses. */
export function compareOperation(walk: Walk, published: OperationNode, ours: OperationNode): void {
  const place: Place = { operation: ours.name, section: "", path: "" };
  if (published.id !== ours.id) {
    const at = childOf(ours.node, "operationId") ?? ours.node;
    const difference = { kind: "operation-id-changed", published: published.id, ours: ours.id, at };
    report(walk, place, difference, ["docs", "documented"]);
  }
  compareDeprecated(walk, place, published.node, ours.node);
  const request: Walk = { ...walk, direction: "request" };
  compareParameters(request, published, ours);
  compareBodies(request, { ...place, section: "body" }, childOf(published.node, "requestBody"), ours.node);
  compareStatuses({ ...walk, direction: "response" }, published, ours);
}

function compareBodies(walk: Walk, place: Place, source: SpecNode | undefined, operation: SpecNode): void {
  const written = childOf(operation, "requestBody");
  const theirs = source && followNode(source);
  const own = written && followNode(written);
  const isRequired = (node: SpecNode | undefined) => isRecord(node?.value) && node.value["required"] === true;
  const words = (node: SpecNode | undefined) => (node ? (isRequired(node) ? "required" : "optional") : "absent");
  const [published, ours] = [words(theirs), words(own)];
  if (published !== ours) {
    const [kind, verdict] = judgeBody(published, ours);
    report(walk, place, { kind, published, ours, at: own ?? operation, source: theirs }, verdict);
  }
  if (theirs && own) compareContent(walk, place, theirs, own);
}

function judgeBody(published: string, ours: string): [string, readonly [FindingClass, Change]] {
  if (published === "absent") return ["body-removed", ["breaking", "removed"]];
  const required = published === "required";
  if (ours === "absent") return ["body-added", required ? ["breaking", "narrowed"] : ["changed", "added"]];
  return required ? ["body-required", ["breaking", "narrowed"]] : ["body-optional", ["changed", "widened"]];
}

/** Compares what a body or a response holds as JSON, and in which other forms it comes. */
export function compareContent(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const [theirTypes, ownTypes] = [mediaTypes(published), mediaTypes(ours)];
  const [theirs, own] = [theirTypes.get(JSON_TYPE), ownTypes.get(JSON_TYPE)];
  const words = { published: [...theirTypes.keys()].sort(), ours: [...ownTypes.keys()].sort() };
  if (words.published.join() !== words.ours.join()) {
    const isGone = words.ours.some((type) => !theirTypes.has(type));
    const kind = theirs && own ? "media-types-changed" : "content-changed";
    const verdict: readonly [FindingClass, Change] = isGone ? ["breaking", "removed"] : ["changed", "added"];
    report(walk, place, { kind, ...words, at: ours, source: published }, verdict);
  }
  const [theirSchema, ownSchema] = [theirs && childOf(theirs, "schema"), own && childOf(own, "schema")];
  if (theirSchema && ownSchema) compareSchemas(walk, place, theirSchema, ownSchema);
  else if (theirs && own && (theirSchema ?? ownSchema)) {
    const described = (schema: SpecNode | undefined) => (schema ? "described" : "any JSON");
    const difference = {
      kind: "schema-changed",
      published: described(theirSchema),
      ours: described(ownSchema),
      at: ours,
    };
    report(walk, place, difference, ["breaking", "narrowed"]);
  }
}

const JSON_TYPE = "application/json";

/** The forms of a body by their names, without parameters such as the charset. */
function mediaTypes(node: SpecNode): Map<string, SpecNode> {
  const content = childrenOf(childOf(node, "content"));
  return new Map(content.map(([name, form]) => [name.split(";")[0]?.trim().toLowerCase() ?? name, form]));
}
