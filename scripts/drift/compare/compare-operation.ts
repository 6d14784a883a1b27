import { childOf, type DocumentNode, isRecord } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";
import type { Classification } from "../schema/finding.ts";
import { compareContent } from "./compare-content.ts";
import { compareDeprecated } from "./compare-deprecated.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareRateLimits } from "./compare-rate-limits.ts";
import { compareScopes } from "./compare-scopes.ts";
import { compareStatuses } from "./compare-statuses.ts";

/** Compares the id, the parameters, the body and the responses of an operation. */
export function compareOperation(context: ComparisonContext, published: OperationNode, ours: OperationNode): void {
  const place: Place = { operation: ours.name, section: "", path: "" };
  if (published.id !== ours.id) {
    const at = childOf(ours.node, "operationId") ?? ours.node;
    const difference = { kind: "operation-id-changed", published: published.id, ours: ours.id, at };
    addFinding(context, place, difference, ["docs", "documented"]);
  }
  compareDeprecated(context, place, published.node, ours.node);
  compareScopes(context, published, ours);
  compareRateLimits(context, published, ours);
  const request: ComparisonContext = { ...context, direction: "request" };
  compareParameters(request, published, ours);
  compareBodies(request, { ...place, section: "body" }, childOf(published.node, "requestBody"), ours.node);
  compareStatuses({ ...context, direction: "response" }, published, ours);
}

function compareBodies(
  context: ComparisonContext,
  place: Place,
  source: DocumentNode | undefined,
  operation: DocumentNode,
): void {
  const written = childOf(operation, "requestBody");
  const theirs = source && followNode(source);
  const own = written && followNode(written);
  const isRequired = (node: DocumentNode | undefined) => isRecord(node?.value) && node.value["required"] === true;
  const presence = (node: DocumentNode | undefined) => (node ? (isRequired(node) ? "required" : "optional") : "absent");
  const [published, ours] = [presence(theirs), presence(own)];
  if (published !== ours) {
    const [kind, classification] = classifyBody(published, ours);
    addFinding(context, place, { kind, published, ours, at: own ?? operation, source: theirs }, classification);
  }
  if (theirs && own) compareContent(context, place, theirs, own);
}

function classifyBody(published: string, ours: string): [string, Classification] {
  if (published === "absent") return ["body-removed", ["breaking", "removed"]];
  const required = published === "required";
  if (ours === "absent") return ["body-added", required ? ["breaking", "narrowed"] : ["changed", "added"]];
  return required ? ["body-required", ["breaking", "narrowed"]] : ["body-optional", ["changed", "widened"]];
}
