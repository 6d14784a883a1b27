import type { SpecNode } from "../document/document-node.ts";
import { type OperationNode, operationNodes } from "../document/operation-nodes.ts";
import { newWalk, report } from "../schema/comparison-context.ts";
import type { Finding } from "../schema/finding.ts";
import type { ComparedMeaning } from "../vendor/vendor-meanings.ts";
import { compareDocumentAccess, compareOperationAccess } from "./compare-access.ts";
import { compareOperation } from "./compare-operation.ts";

/** What comparing two documents gives. */
export interface Comparison {
  readonly findings: readonly Finding[];
  /** The places that reach a schema of ours, by the schema's key. */
  readonly reachedBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** What each side says of the values that both list. */
  readonly meanings: readonly ComparedMeaning[];
  /** The operations of ours that the vendor has too. */
  readonly compared: number;
  readonly oursInAll: number;
  /** The vendor's operations that ours lacks, their names by their ids. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * Compares two OpenAPI documents by what they mean: the operations that ours has, and everything they reach.
 *
 * @throws CannotCompare when a reference leads nowhere.
 */
export function compareDocuments(published: SpecNode, ours: SpecNode): Comparison {
  const walk = newWalk();
  const theirs = operationNodes(published);
  const own = operationNodes(ours);
  const taken = new Set<OperationNode>();
  compareDocumentAccess(walk, published, ours);
  for (const operation of own) {
    const match = theirs.find(({ name }) => routeOf(name) === routeOf(operation.name));
    if (match) {
      taken.add(match);
      compareOperationAccess(walk, [published, match], [ours, operation]);
      compareOperation(walk, match, operation);
      continue;
    }
    const place = { operation: operation.name, section: "", path: "" };
    const moved = theirs.find(({ id }) => id === operation.id);
    if (moved) taken.add(moved);
    const difference = {
      kind: moved ? "operation-moved" : "operation-removed",
      published: moved ? moved.name : "absent",
      ours: operation.name,
      at: operation.node,
    };
    report(walk, place, difference, ["breaking", "removed"]);
  }
  const others = theirs.filter((operation) => !taken.has(operation));
  return {
    findings: walk.findings,
    reachedBy: walk.reachedBy,
    meanings: walk.meanings,
    compared: taken.size,
    oursInAll: own.length,
    others: new Map(others.map(({ id, name }) => [id, name])),
  };
}

/** `/leads/{id}` and `/leads/{lead_id}` are the same route; the parameter's name is compared by itself. */
function routeOf(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, "{}");
}
