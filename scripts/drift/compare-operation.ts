import { compareParameters } from "./compare-parameters.ts";
import { compareSchemas } from "./compare-schemas.ts";
import { compareStatuses } from "./compare-statuses.ts";
import type { Change, FindingClass } from "./finding.ts";
import { followNode } from "./follow-node.ts";
import type { Place } from "./place.ts";
import { childOf, descend, isRecord, type SpecNode } from "./spec-node.ts";
import { report, type Walk } from "./walk.ts";

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
  const deprecated = (node: SpecNode) => isRecord(node.value) && node.value["deprecated"] === true;
  if (deprecated(published.node) !== deprecated(ours.node)) {
    const words = (node: SpecNode) => (deprecated(node) ? "deprecated" : "in use");
    const difference = {
      kind: "deprecated-changed",
      published: words(published.node),
      ours: words(ours.node),
      at: ours.node,
    };
    report(walk, place, difference, ["docs", "documented"]);
  }
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

/** Compares what a body or a response holds as JSON, and says when it is no longer JSON. */
export function compareContent(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const theirs = descend(published, "content", "application/json", "schema");
  const own = descend(ours, "content", "application/json", "schema");
  if (theirs && own) {
    compareSchemas(walk, place, theirs, own);
    return;
  }
  if (!theirs && !own) return;
  const words = (node: SpecNode) => Object.keys((childOf(node, "content")?.value as object | undefined) ?? {}).sort();
  const difference = {
    kind: "content-changed",
    published: words(published),
    ours: words(ours),
    at: ours,
    source: published,
  };
  report(walk, place, difference, theirs ? ["changed", "added"] : ["breaking", "removed"]);
}
