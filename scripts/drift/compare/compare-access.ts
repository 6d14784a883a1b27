import { canonical } from "../document/canonical-json.ts";
import { childOf, childrenOf, type DocumentNode, descend } from "../document/document-node.ts";
import type { OperationNode } from "../document/operation-nodes.ts";
import type { Place } from "../document/place.ts";
import { addFinding, type ComparisonContext } from "../schema/comparison-context.ts";

/** The levels that can set servers and security, the nearest first: operation, path item, document. */
type Levels = readonly [DocumentNode, ...DocumentNode[]];

/** Compares the server and the authentication of the document. */
export function compareDocumentAccess(context: ComparisonContext, published: DocumentNode, ours: DocumentNode): void {
  compareAccess(context, { operation: "document", section: "", path: "" }, [published], [ours]);
}

/** The same for an operation that overrides the document, itself or in its path item. */
export function compareOperationAccess(
  context: ComparisonContext,
  [published, theirs]: readonly [DocumentNode, OperationNode],
  [ours, own]: readonly [DocumentNode, OperationNode],
): void {
  const overriding = [theirs.node, theirs.pathItem, own.node, own.pathItem];
  if (!overriding.some((node) => childOf(node, "servers") ?? childOf(node, "security"))) return;
  const place = { operation: own.name, section: "", path: "" };
  compareAccess(context, place, [theirs.node, theirs.pathItem, published], [own.node, own.pathItem, ours]);
}

function compareAccess(context: ComparisonContext, place: Place, published: Levels, ours: Levels): void {
  const [at] = ours;
  const [theirServer, ourServer] = [serverOf(published), serverOf(ours)];
  if (theirServer !== ourServer) {
    const difference = {
      kind: "server-changed",
      published: theirServer,
      ours: ourServer,
      at: childOf(at, "servers") ?? at,
    };
    addFinding(context, place, difference, ["breaking", "narrowed"]);
  }
  const [theirs, own] = [authenticationOf(published), authenticationOf(ours)];
  if (canonical(theirs) === canonical(own)) return;
  const difference = { kind: "security-changed", published: theirs, ours: own, at: childOf(at, "security") ?? at };
  const isStillAccepted = own.every((scheme) => theirs.includes(scheme));
  addFinding(context, place, difference, isStillAccepted ? ["changed", "widened"] : ["breaking", "narrowed"]);
}

function serverOf(levels: Levels): unknown {
  const servers = levels.map((node) => childOf(node, "servers")).find((found) => found !== undefined);
  const server = servers && descend(servers, "0");
  const url = server && descend(server, "url")?.value;
  if (typeof url !== "string") return "none";
  const withDefaults = url.replaceAll(/\{([^}]*)\}/g, (variable, name: string) =>
    String(descend(server as DocumentNode, "variables", name, "default")?.value ?? variable),
  );
  return withDefaults.replace(/\/$/, "");
}

/** The alternative ways to authenticate, such as `http bearer`. */
function authenticationOf(levels: Levels): string[] {
  const document = levels.at(-1) ?? levels[0];
  const security = levels.map((node) => childOf(node, "security")).find((found) => found !== undefined);
  const alternatives = childrenOf(security).map(([, needed]) =>
    childrenOf(needed).map(([name, scopes]) => {
      const scheme = descend(document, "components", "securitySchemes", name);
      // The scheme of HTTP has no upper and lower case.
      const parts = ["type", "scheme", "in", "name"].map((key) => {
        const value = scheme && descend(scheme, key)?.value;
        return key === "scheme" ? String(value ?? "").toLowerCase() : value;
      });
      const listed = Array.isArray(scopes.value) ? scopes.value : [];
      return [...(scheme ? parts : [name]), ...listed].filter(Boolean).join(" ");
    }),
  );
  const formatted = alternatives.map((needed) => needed.sort().join(" and ") || "none").sort();
  return formatted.length > 0 ? formatted : ["none"];
}
