import { childOf, childrenOf, type DocumentNode, descend, isRecord } from "./document-node.ts";
import { followNode } from "./follow-node.ts";

/** What an OpenAPI document says about an operation, as far as code for it can be written from that. */
export interface OperationFacts {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  /** The segment after the version, such as `lead-lists`. */
  readonly resource: string;
  readonly hasPathId: boolean;
  /** Where the input is sent; undefined for an operation without one. */
  readonly input: "body" | "query" | undefined;
  readonly queryNames: readonly string[];
  /** Whether the response is a page of a list. */
  readonly isList: boolean;
  /** The first 2xx status. */
  readonly successStatus: string;
  /** The name of the shared schema of the response, or of the items of a list, such as `Campaign`. */
  readonly entity: string | undefined;
  /** The properties that the response must have. */
  readonly requiredInResponse: readonly string[];
  readonly isDeprecated: boolean;
  /** The effect, if the document says it. */
  readonly effect: string | undefined;
  /** Of a write: whether the client can find it with `reads`, if the document says it. */
  readonly reconcile: string | undefined;
}

/** Reads the facts of an operation. The node is that of the operation, such as `paths./api/v2/leads.get`. */
export function operationFacts(method: string, path: string, node: DocumentNode): OperationFacts {
  const operation = isRecord(node.value) ? node.value : {};
  const parameters = childrenOf(childOf(node, "parameters")).map(([, each]) => followNode(each).value);
  const names = (place: string) =>
    parameters.flatMap((each) => (isRecord(each) && each["in"] === place ? [String(each["name"])] : []));
  const [successStatus, response] = childrenOf(childOf(node, "responses")).find(([status]) =>
    /^2\d\d$/.test(status),
  ) ?? ["200"];
  const content = response && descend(followNode(response), "content", "application/json", "schema");
  const schema = content && followNode(content);
  const required = schema && isRecord(schema.value) ? schema.value["required"] : undefined;
  const properties = schema && childOf(schema, "properties");
  const isList =
    properties !== undefined && ["items", "next_starting_after"].every((name) => childOf(properties, name));
  const queryNames = names("query");
  return {
    id: String(operation["operationId"] ?? ""),
    method,
    path,
    resource: path.split("/")[3] ?? "",
    hasPathId: path.includes("{id}"),
    input: operation["requestBody"] === undefined ? (queryNames.length > 0 ? "query" : undefined) : "body",
    queryNames,
    isList,
    successStatus,
    entity: nameOf(isList ? descend(properties, "items", "items") : content),
    requiredInResponse: Array.isArray(required) ? required.map(String) : [],
    isDeprecated: operation["deprecated"] === true,
    effect: textOf(operation["x-effect"]),
    reconcile: textOf(operation["x-reconcile"]),
  };
}

/** The name of the schema that a node refers to. */
function nameOf(node: DocumentNode | undefined): string | undefined {
  const reference = node && isRecord(node.value) ? node.value["$ref"] : undefined;
  return /^#\/components\/schemas\/(\w+)$/.exec(String(reference))?.[1];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
