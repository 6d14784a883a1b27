import type { DocumentNode } from "../document/document-node.ts";
import { type OperationNode, operationNodes } from "../document/operation-nodes.ts";
import { addFinding, type ComparedMeaning, createContext } from "../schema/comparison-context.ts";
import type { Finding } from "../schema/finding.ts";
import { compareDocumentAccess, compareOperationAccess } from "./compare-access.ts";
import { compareOperation } from "./compare-operation.ts";

/** The result of comparing two documents. */
export interface DocumentComparison {
  readonly findings: readonly Finding[];
  /** The places at which each schema of the spec is used, by the key of its node. */
  readonly usedAt: ReadonlyMap<string, ReadonlySet<string>>;
  /** The descriptions of the enum values that both sides list. */
  readonly meanings: readonly ComparedMeaning[];
  /** How many operations both documents have. */
  readonly compared: number;
  /** How many operations the spec has. */
  readonly operationCount: number;
  /** The operations that only the vendor has: names by id. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * Compares the operations of the spec, and everything they refer to, with those of the vendor.
 *
 * @throws ComparisonError when a reference leads nowhere.
 */
export function compareDocuments(published: DocumentNode, ours: DocumentNode): DocumentComparison {
  const context = createContext();
  const theirs = operationNodes(published);
  const own = operationNodes(ours);
  const matched = new Set<OperationNode>();
  compareDocumentAccess(context, published, ours);
  for (const operation of own) {
    const match = theirs.find(({ name }) => routeOf(name) === routeOf(operation.name));
    if (match) {
      matched.add(match);
      compareOperationAccess(context, [published, match], [ours, operation]);
      compareOperation(context, match, operation);
      continue;
    }
    const place = { operation: operation.name, section: "", path: "" };
    const moved = theirs.find(({ id }) => id === operation.id);
    if (moved) matched.add(moved);
    const difference = {
      kind: moved ? "operation-moved" : "operation-removed",
      published: moved ? moved.name : "absent",
      ours: operation.name,
      at: operation.node,
    };
    addFinding(context, place, difference, ["breaking", "removed"]);
  }
  const others = theirs.filter((operation) => !matched.has(operation));
  return {
    findings: context.findings,
    usedAt: context.usedAt,
    meanings: context.meanings,
    compared: matched.size,
    operationCount: own.length,
    others: new Map(others.map(({ id, name }) => [id, name])),
  };
}

/** `/leads/{id}` and `/leads/{lead_id}` are the same route. Parameter names are compared separately. */
function routeOf(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, "{}");
}
