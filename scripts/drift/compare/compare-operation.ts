import { childOf, isRecord, type SpecNode } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { report, type Walk } from "../schema/comparison-context.ts";
import type { Change, FindingClass } from "../schema/finding.ts";
import { compareContent } from "./compare-content.ts";
import { compareDeprecated } from "./compare-deprecated.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareStatuses } from "./compare-statuses.ts";

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
