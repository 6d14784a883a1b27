import { publishedRateLimits, type RateLimit } from "../drift/compare/published-rate-limit.ts";
import { statedScopes } from "../drift/compare/published-scopes.ts";
import { type DocumentNode, descend, isRecord } from "../drift/document/document-node.ts";
import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { operationFacts } from "../drift/document/operation-facts.ts";
import type { OperationNode } from "../drift/document/operation-nodes.ts";
import { operationNodes } from "../drift/document/operation-nodes.ts";
import { printable } from "../drift/report/printable.ts";
import { nearestText } from "./nearest-text.ts";
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
  const facts = operationFacts(method, path, found.node);
  refuseUnsupported(facts, found);
  if (own[facts.id] !== undefined) {
    throw new ScaffoldError(`${name}: its operationId ${facts.id} is that of ${own[facts.id]} in the spec`);
  }
  const { node } = found;
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

function refuseUnsupported(
  { id, path, input, queryNames, hasPathId }: OperationFacts,
  { name, node }: OperationNode,
): void {
  if (!/^[a-z][A-Za-z0-9]{2,63}$/.test(id)) {
    throw new ScaffoldError(
      `${name}: expected an operationId in camel case, such as getCampaign, found ${printable(id || "none")}`,
    );
  }
  if (!/^\/api\/v2(\/[a-z0-9-]+|\/\{id\})+$/.test(path)) {
    const why = "the client supports paths below /api/v2 with lower-case segments and one parameter, named id";
    throw new ScaffoldError(`${name}: ${why}; add the operation by hand, see CONTRIBUTING.md`);
  }
  if (path.split("{id}").length > 2) throw new ScaffoldError(`${name}: the client supports one {id} in a path`);
  if (input === "body" && queryNames.length > 0) {
    throw new ScaffoldError(
      `${name}: it has a body and the query parameters ${queryNames.join(", ")}; the client supports one of both`,
    );
  }
  const body = descend(node, "requestBody", "content");
  if (body && isRecord(body.value) && !("application/json" in body.value)) {
    throw new ScaffoldError(
      `${name}: expected a body in JSON, found ${Object.keys(body.value).map(printable).join(", ")}`,
    );
  }
  const hasParameter = /"in":"path"/.test(JSON.stringify(descend(node, "parameters")?.value ?? []));
  if (hasPathId && !hasParameter) throw new ScaffoldError(`${name}: the document does not describe the parameter {id}`);
}
