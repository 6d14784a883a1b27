import { childOf, childrenOf, type SpecNode } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { report, type Walk } from "../schema/comparison-context.ts";
import type { Change, FindingClass } from "../schema/finding.ts";
import { compareContent } from "./compare-content.ts";

/** Compares which statuses an operation answers with, and what each of them holds. */
export function compareStatuses(walk: Walk, published: OperationNode, ours: OperationNode): void {
  const theirs = new Map(childrenOf(childOf(published.node, "responses")));
  const own = new Map(childrenOf(childOf(ours.node, "responses")));
  for (const [status, written] of theirs) {
    const place: Place = { operation: ours.name, section: status, path: "" };
    const source = followNode(written);
    const match = own.get(status);
    if (match) {
      compareHeaders(walk, place, source, followNode(match));
      compareContent(walk, place, source, followNode(match));
    } else {
      const difference = {
        kind: "status-added",
        published: status,
        ours: "absent",
        name: status,
        at: ours.node,
        source,
      };
      report(walk, place, difference, ["additive", status.startsWith("2") ? "added" : "widened"]);
    }
  }
  for (const [status, match] of own) {
    if (theirs.has(status)) continue;
    const verdict: readonly [FindingClass, Change] = status.startsWith("2")
      ? ["breaking", "removed"]
      : ["changed", "removed"];
    const difference = { kind: "status-removed", published: "absent", ours: status, name: status, at: match };
    report(walk, { operation: ours.name, section: status, path: "" }, difference, verdict);
  }
}

function compareHeaders(walk: Walk, place: Place, published: SpecNode, ours: SpecNode): void {
  const names = (node: SpecNode) =>
    childrenOf(childOf(node, "headers"))
      .map(([name]) => name.toLowerCase())
      .sort();
  const [theirs, own] = [names(published), names(ours)];
  if (theirs.join() === own.join()) return;
  report(walk, place, { kind: "headers-changed", published: theirs, ours: own, at: ours }, ["docs", "documented"]);
}
