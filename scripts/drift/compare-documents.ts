import { canonical } from "./compare-keywords.ts";
import { compareOperation, type OperationNode } from "./compare-operation.ts";
import type { Finding } from "./finding.ts";
import { operationNodes } from "./operation-nodes.ts";
import { childrenOf, descend, type SpecNode } from "./spec-node.ts";
import { newWalk, report, type Walk } from "./walk.ts";

/** What comparing two documents gives. */
export interface Comparison {
  readonly findings: readonly Finding[];
  /** The places that reach a schema of ours, by the schema's key. */
  readonly reachedBy: ReadonlyMap<string, ReadonlySet<string>>;
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
  compareServers(walk, published, ours);
  for (const operation of own) {
    const match = theirs.find(({ name }) => routeOf(name) === routeOf(operation.name));
    if (match) {
      taken.add(match);
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
    compared: taken.size,
    oursInAll: own.length,
    others: new Map(others.map(({ id, name }) => [id, name])),
  };
}

/** Compares where the API is and how a caller proves who it is. */
function compareServers(walk: Walk, published: SpecNode, ours: SpecNode): void {
  const place = { operation: "document", section: "", path: "" };
  const server = (document: SpecNode) => descend(document, "servers", "0", "url")?.value ?? "none";
  const schemes = (document: SpecNode) =>
    childrenOf(descend(document, "components", "securitySchemes")).map(([, scheme]) =>
      [descend(scheme, "type")?.value, descend(scheme, "scheme")?.value, descend(scheme, "name")?.value]
        .filter(Boolean)
        .join(" "),
    );
  for (const [kind, read, keys] of [
    ["server-changed", server, ["servers"]],
    ["security-changed", schemes, ["components", "securitySchemes"]],
  ] as const) {
    const [theirs, own] = [read(published), read(ours)];
    if (canonical(theirs) === canonical(own)) continue;
    const difference = { kind, published: theirs, ours: own, at: descend(ours, ...keys) ?? ours };
    report(walk, place, difference, ["breaking", "narrowed"]);
  }
}

/** `/leads/{id}` and `/leads/{lead_id}` are the same route; the parameter's name is compared by itself. */
function routeOf(name: string): string {
  return name.replaceAll(/\{[^}]*\}/g, "{}");
}
