import { canonical } from "../document/canonical-json.ts";
import { childOf, childrenOf, descend, type SpecNode } from "../document/document-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { report, type Walk } from "../schema/comparison-context.ts";

/** Where something is said of an operation, the nearest first: itself, its path, the document. */
type Levels = readonly [SpecNode, ...SpecNode[]];

/** Compares where the API is and how a caller proves who it is. */
export function compareDocumentAccess(walk: Walk, published: SpecNode, ours: SpecNode): void {
  compareAccess(walk, { operation: "document", section: "", path: "" }, [published], [ours]);
}

/** The same for an operation, if it or its path says something else than the document. */
export function compareOperationAccess(
  walk: Walk,
  [published, theirs]: readonly [SpecNode, OperationNode],
  [ours, own]: readonly [SpecNode, OperationNode],
): void {
  const near = [theirs.node, theirs.pathItem, own.node, own.pathItem];
  if (!near.some((node) => childOf(node, "servers") ?? childOf(node, "security"))) return;
  const place = { operation: own.name, section: "", path: "" };
  compareAccess(walk, place, [theirs.node, theirs.pathItem, published], [own.node, own.pathItem, ours]);
}

function compareAccess(walk: Walk, place: Place, published: Levels, ours: Levels): void {
  const [at] = ours;
  const [theirServer, ourServer] = [serverOf(published), serverOf(ours)];
  if (theirServer !== ourServer) {
    const difference = {
      kind: "server-changed",
      published: theirServer,
      ours: ourServer,
      at: childOf(at, "servers") ?? at,
    };
    report(walk, place, difference, ["breaking", "narrowed"]);
  }
  const [theirs, own] = [proofsOf(published), proofsOf(ours)];
  if (canonical(theirs) === canonical(own)) return;
  const difference = { kind: "security-changed", published: theirs, ours: own, at: childOf(at, "security") ?? at };
  const stillGood = own.every((proof) => theirs.includes(proof));
  report(walk, place, difference, stillGood ? ["changed", "widened"] : ["breaking", "narrowed"]);
}

function serverOf(levels: Levels): unknown {
  const servers = levels.map((node) => childOf(node, "servers")).find((found) => found !== undefined);
  return (servers && descend(servers, "0", "url")?.value) ?? "none";
}

/** The ways to prove who one is, any of which will do, in words such as `http bearer`. */
function proofsOf(levels: Levels): string[] {
  const document = levels.at(-1) ?? levels[0];
  const security = levels.map((node) => childOf(node, "security")).find((found) => found !== undefined);
  const proofs = childrenOf(security).map(([, needed]) =>
    childrenOf(needed).map(([name, scopes]) => {
      const scheme = descend(document, "components", "securitySchemes", name);
      const words = ["type", "scheme", "in", "name"].map((key) => scheme && descend(scheme, key)?.value);
      const listed = Array.isArray(scopes.value) ? scopes.value : [];
      return [...(scheme ? words : [name]), ...listed].filter(Boolean).join(" ");
    }),
  );
  const written = proofs.map((needed) => needed.sort().join(" and ") || "none").sort();
  return written.length > 0 ? written : ["none"];
}
