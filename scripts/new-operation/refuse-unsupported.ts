import { childOf, childrenOf, type DocumentNode, descend, isRecord } from "../drift/document/document-node.ts";
import { followNode } from "../drift/document/follow-node.ts";
import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { parameterIssue } from "../drift/edit/parameter-issue.ts";
import { printable } from "../drift/report/printable.ts";
import { schemaView } from "../drift/schema/schema-view.ts";
import { clientMethod } from "./client-method.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { bodySchema } from "./spec-schemas.ts";

const RESERVED =
  /^(arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield)$/;
/** Methods that every list or object has, and `then`, which `await` would call. */
const TAKEN = ["list", "iterate", "then"];

/**
 * Refuses an operation that the client cannot call, or whose code would not compile.
 *
 * @throws ScaffoldError that says why.
 */
export function refuseUnsupported(facts: OperationFacts, node: DocumentNode): void {
  const { id, method, path, input, queryNames, hasPathId } = facts;
  const refuse = (why: string): never => {
    throw new ScaffoldError(`${method} ${path}: ${why}`);
  };
  if (!/^[a-z][A-Za-z0-9]{2,63}$/.test(id))
    refuse(`expected an operationId in camel case, such as getCampaign, found ${printable(id || "none")}`);
  if (RESERVED.test(id) || id in {})
    refuse(`its operationId ${id} cannot name a constant; add the operation by hand, with an id such as ${id}Item`);
  if (!/^\/api\/v2(\/[a-z0-9-]+|\/\{id\})+$/.test(path))
    refuse(
      "the client supports paths below /api/v2 with lower-case segments and one parameter, named id; " +
        "add the operation by hand, see CONTRIBUTING.md",
    );
  if (path.split("{id}").length > 2) refuse("the client supports one {id} in a path");
  if (input === "body" && queryNames.length > 0) {
    const names = queryNames.map(printable).join(", ");
    refuse(`it has a body and the query parameters ${names}; the client supports one of both`);
  }
  const { name } = clientMethod(facts);
  if (!facts.isList && (!/^[a-z][A-Za-z0-9]*$/.test(name) || TAKEN.includes(name) || name in {}))
    refuse(`${printable(name)} cannot be the name of a method of the client; add the operation by hand`);
  const body = descend(node, "requestBody", "content");
  if (body && isRecord(body.value) && !("application/json" in body.value))
    refuse(`expected a body in JSON, found ${Object.keys(body.value).map(printable).join(", ")}`);
  const schema = bodySchema(childOf(node, "requestBody"));
  const view = schema && schemaView(schema);
  if (view?.types?.includes("object") === false)
    refuse(`expected a body that is an object, found ${view.types.map(printable).join(" or ")}`);
  if (hasPathId && [...queryNames, ...(view?.properties.keys() ?? [])].includes("id"))
    refuse(`it has id in its path and in its ${input}, and the client would send one of them`);
  const issues = childrenOf(childOf(node, "parameters")).map(([, each]) => parameterIssue(followNode(each)));
  const issue = issues.find((found) => found !== undefined);
  if (issue !== undefined) refuse(issue);
  const inPath = childrenOf(childOf(node, "parameters")).filter(
    ([, each]) => fieldsOf(followNode(each))["in"] === "path",
  );
  if (hasPathId && inPath.length === 0) refuse("the document does not describe the parameter {id}");
  refuseResponse(facts, node, refuse);
}

function refuseResponse({ successStatus }: OperationFacts, node: DocumentNode, refuse: (why: string) => never): void {
  const response = descend(node, "responses", successStatus);
  const schema = response && descend(followNode(response), "content", "application/json", "schema");
  const types = schema && schemaView(schema).types;
  if (types?.includes("object") === false)
    refuse(`its ${successStatus} is ${types.map(printable).join(" or ")}, and the client requires an object`);
}

function fieldsOf({ value }: DocumentNode): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
