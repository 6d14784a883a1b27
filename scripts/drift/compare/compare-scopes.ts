import { childOf } from "../document/document-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";
import type { Classification } from "../schema/finding.ts";
import { publishedScopes } from "./published-scopes.ts";

/** Compares the scopes of an operation. A key with a scope that no longer allows the call gets a 403. */
export function compareScopes(context: ComparisonContext, theirs: OperationNode, own: OperationNode): void {
  const [published, ours] = [publishedScopes(theirs.node), publishedScopes(own.node)];
  if (published?.join() === ours?.join()) return;
  const place = { operation: own.name, section: "", path: "" };
  const difference = {
    kind: "scopes-changed",
    published: published ?? "absent",
    ours: ours ?? "absent",
    at: childOf(own.node, "x-scopes") ?? own.node,
  };
  addFinding(context, place, difference, classify(published, ours ?? []));
}

function classify(published: readonly string[] | undefined, ours: readonly string[]): Classification {
  // A document that no longer mentions scopes says nothing about them.
  if (published === undefined) return ["docs", "documented"];
  return ours.every((scope) => published.includes(scope)) ? ["changed", "widened"] : ["breaking", "narrowed"];
}
