import { publishedRateLimits, type RateLimit } from "../drift/compare/published-rate-limit.ts";
import { statedScopes } from "../drift/compare/published-scopes.ts";
import { childOf, childrenOf, type DocumentNode, isRecord } from "../drift/document/document-node.ts";
import { followNode } from "../drift/document/follow-node.ts";
import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { operationFacts } from "../drift/document/operation-facts.ts";
import type { OperationNode } from "../drift/document/operation-nodes.ts";
import { operationNodes } from "../drift/document/operation-nodes.ts";
import { printable } from "../drift/report/printable.ts";
import { nearestText } from "./nearest-text.ts";
import { refuseUnsupported } from "./refuse-unsupported.ts";
import { ScaffoldError } from "./scaffold-error.ts";

/** An operation of the vendor's document. */
export interface FoundOperation {
  readonly facts: OperationFacts;
  readonly node: DocumentNode;
  /** The scopes in its description. */
  readonly scopes: readonly string[];
  /** The separate limits in its description; undefined without any, empty if they are not understood. */
  readonly rateLimits: readonly RateLimit[] | undefined;
}

/**
 * Finds the operation to add.
 *
 * @param document the vendor's document.
 * @param own the operations of the spec, by id, as `GET /api/v2/leads/{id}`.
 * @throws ScaffoldError if there is no such operation, the spec has it already, or the client cannot call it.
 */
export function findOperation(
  document: DocumentNode,
  own: Readonly<Record<string, string>>,
  method: string,
  path: string,
): FoundOperation {
  const name = `${method} ${path}`;
  const known = Object.entries(own).find(([, other]) => other === name);
  if (known) throw new ScaffoldError(`${name} is in the spec already, as ${known[0]}`);
  const all = operationNodes(document);
  const found = all.find((each) => each.name === name);
  if (!found) throw new ScaffoldError(`the document has no ${name}; ${nearestOf(name, all)}`);
  const node = withPathParameters(found);
  const facts = operationFacts(method, path, node);
  refuseUnsupported(facts, node);
  const twin = Object.keys(own).find((id) => id.toLowerCase() === facts.id.toLowerCase());
  if (twin !== undefined) {
    throw new ScaffoldError(`${name}: its operationId ${facts.id} is that of ${own[twin]} in the spec, ${twin}`);
  }
  return { facts, node, scopes: statedScopes(node) ?? [], rateLimits: publishedRateLimits(node) };
}

function nearestOf(name: string, all: readonly OperationNode[]): string {
  const nearest = nearestText(
    name,
    all.map((each) => each.name),
  );
  const [, path = ""] = name.split(" ");
  const methods = all.filter((each) => each.name.endsWith(` ${path}`)).map((each) => each.name.split(" ")[0]);
  if (methods.length > 0) return `that path has ${methods.join(", ")}`;
  return nearest === undefined ? "it has no operations" : `did you mean ${printable(nearest)}?`;
}

/** The operation with the parameters of its path item; its own take precedence. */
function withPathParameters({ node, pathItem }: OperationNode): DocumentNode {
  const listed = (owner: DocumentNode) => childrenOf(childOf(owner, "parameters")).map(([, each]) => each);
  const keyOf = (each: DocumentNode) => {
    const { value } = followNode(each);
    return isRecord(value) ? `${value["in"]} ${value["name"]}` : "";
  };
  const own = listed(node);
  const shared = listed(pathItem).filter((each) => !own.some((other) => keyOf(other) === keyOf(each)));
  if (shared.length === 0 || !isRecord(node.value)) return node;
  return { ...node, value: { ...node.value, parameters: [...shared, ...own].map(({ value }) => value) } };
}
