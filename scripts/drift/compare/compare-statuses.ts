import { childOf, childrenOf, type DocumentNode } from "../document/document-node.ts";
import { followNode } from "../document/follow-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";
import type { Classification } from "../schema/finding.ts";
import { compareContent } from "./compare-content.ts";

/** Compares the responses of an operation: statuses, headers and content. */
export function compareStatuses(context: ComparisonContext, published: OperationNode, ours: OperationNode): void {
  const theirs = new Map(childrenOf(childOf(published.node, "responses")));
  const own = new Map(childrenOf(childOf(ours.node, "responses")));
  for (const [status, written] of theirs) {
    const place: Place = { operation: ours.name, section: status, path: "" };
    const source = followNode(written);
    const match = own.get(status);
    if (match) {
      compareHeaders(context, place, source, followNode(match));
      compareContent(context, place, source, followNode(match));
    } else {
      const difference = {
        kind: "status-added",
        published: status,
        ours: "absent",
        name: status,
        at: ours.node,
        source,
      };
      addFinding(context, place, difference, ["additive", status.startsWith("2") ? "added" : "widened"]);
    }
  }
  for (const [status, match] of own) {
    if (theirs.has(status)) continue;
    const classification: Classification = status.startsWith("2") ? ["breaking", "removed"] : ["changed", "removed"];
    const difference = { kind: "status-removed", published: "absent", ours: status, name: status, at: match };
    addFinding(context, { operation: ours.name, section: status, path: "" }, difference, classification);
  }
}

function compareHeaders(context: ComparisonContext, place: Place, published: DocumentNode, ours: DocumentNode): void {
  const names = (node: DocumentNode) =>
    childrenOf(childOf(node, "headers"))
      .map(([name]) => name.toLowerCase())
      .sort();
  const [theirs, own] = [names(published), names(ours)];
  if (theirs.join() === own.join()) return;
  addFinding(context, place, { kind: "headers-changed", published: theirs, ours: own, at: ours }, [
    "docs",
    "documented",
  ]);
}
