import { parse } from "yaml";
import { childOf, childrenOf, type DocumentNode, isRecord } from "../drift/document/document-node.ts";
import { followNode } from "../drift/document/follow-node.ts";
import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { render } from "../drift/edit/yaml-text.ts";
import { schemaView } from "../drift/schema/schema-view.ts";
import { capitalized, kebabCase } from "../spec/handler-file.ts";
import { clientMethod } from "./client-method.ts";
import type { FoundOperation } from "./find-operation.ts";
import type { RepositoryFiles } from "./repository-files.ts";
import { ScaffoldError } from "./scaffold-error.ts";
import { effectOf } from "./spec-path.ts";
import { bodySchema } from "./spec-schemas.ts";
import type { ActionRow } from "./test-row.ts";
import { todo } from "./todo.ts";

const ORDER = "spec/actions/order.yaml";

/** How the results of an entity are laid out: the function for it, and an action that has this layout. */
interface Layout {
  readonly call: string;
  readonly like: string;
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  Lead: { call: "leadResult", like: "get-lead" },
  Campaign: { call: "campaignResult", like: "activate-campaign" },
  Email: { call: "emailResult", like: "reply-to-email" },
  LeadList: { call: "leadListResult", like: "create-lead-list" },
};

/** The action of an operation, as far as its name and parameters follow from the document. */
export function actionOf(facts: OperationFacts): ActionRow {
  return {
    name: kebabCase(facts.id).replaceAll("-", "_"),
    idInput: facts.hasPathId ? `${facts.resource.replaceAll("-", "_").replace(/s$/, "")}_id` : undefined,
  };
}

/**
 * Writes the shape of the action, its place in the order, and its behaviour.
 *
 * @param alike the actions of the same resource.
 */
export function writeAction(files: RepositoryFiles, { facts, node }: FoundOperation, alike: readonly string[]): void {
  const { name } = actionOf(facts);
  files.create(`spec/actions/${fileOf(name)}.yaml`, shape(files, facts, node));
  files.edit(ORDER, (old) => insertedInOrder(old, alike, name));
  files.create(`packages/actions/src/actions/${fileOf(name)}.ts`, behaviour(facts));
}

function shape(files: RepositoryFiles, facts: OperationFacts, node: DocumentNode): string {
  const { name, idInput } = actionOf(facts);
  const parameters = `../parameters/${kebabCase(facts.id)}.yaml`;
  const properties: Record<string, object> = {};
  const required: string[] = [];
  if (idInput !== undefined) {
    properties[idInput] = { "x-sent-as": "id", $ref: `${parameters}#/id` };
    required.push(idInput);
  }
  for (const query of facts.queryNames) properties[query] = { $ref: `${parameters}#/${query}` };
  const body = bodySchema(childOf(node, "requestBody"));
  const view = body && schemaView(body);
  const twice = [...facts.queryNames, ...(view?.properties.keys() ?? [])].find((each) => each === idInput);
  if (twice !== undefined) {
    const why = `the action calls the id in its path ${twice}, and its ${facts.input} has ${twice}, too`;
    throw new ScaffoldError(`${facts.id}: ${why}; use --no-action`);
  }
  const bodyFile = `../schemas/${capitalized(facts.id)}Request.yaml`;
  for (const key of view?.properties.keys() ?? []) properties[key] = { $ref: `${bodyFile}#/properties/${key}` };
  required.push(...(view?.required ?? []));
  const written = {
    name,
    operation: facts.id,
    input: { ...(required.length > 0 ? { required } : {}), properties },
    output: { title: `${capitalized(camel(name))}Output`, properties: outputs(files, facts, node) },
  };
  return render(written);
}

/** The outputs of an action with the same layout, or each property of the response. */
function outputs(files: RepositoryFiles, { entity, id }: OperationFacts, node: DocumentNode): object {
  const layout = LAYOUTS[entity ?? ""];
  if (layout) {
    const file = parse(files.read(`spec/actions/${layout.like}.yaml`)) as { output: { properties: object } };
    return file.output.properties;
  }
  const [, response] = childrenOf(childOf(node, "responses")).find(([status]) => status.startsWith("2")) ?? [];
  const schema = bodySchema(response);
  const names = schema && isRecord(followNode(schema).value) ? [...schemaView(schema).properties.keys()] : [];
  const source = `../schemas/${capitalized(id)}Response.yaml`;
  return Object.fromEntries(names.map((each) => [each, { $ref: `${source}#/properties/${each}` }]));
}

/** After the last action of the same resource, or at the end. */
function insertedInOrder(order: string, alike: readonly string[], name: string): string {
  const lines = order.trimEnd().split("\n");
  const last = lines.findLastIndex((line) => alike.includes(line.replace(/^- /, "")));
  lines.splice(last < 0 ? lines.length : last + 1, 0, `- ${name}`);
  return `${lines.join("\n")}\n`;
}

function behaviour(facts: OperationFacts): string {
  const { name, idInput } = actionOf(facts);
  const { resource, name: method } = clientMethod(facts);
  const layout = LAYOUTS[facts.entity ?? ""];
  const given = [...(idInput === undefined ? [] : [`${idInput}.trim()`]), ...(facts.input ? ["input"] : []), "options"];
  const taken =
    idInput === undefined ? (facts.input ? "input" : "_") : `{ ${idInput}${facts.input ? ", ...input" : ""} }`;
  const title = name.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
  return [
    'import type { Action } from "../action.ts";',
    'import { defineAction } from "../define-action.ts";',
    ...(idInput === undefined ? [] : ['import { pathIdIssue } from "../input/path-id.ts";']),
    ...(layout ? [`import { ${layout.call} } from "../results/result-layouts.ts";`] : []),
    "",
    `export const ${camel(name)}: Action<"${name}"> = defineAction({`,
    `  name: "${name}",`,
    `  title: "${title}",`,
    `  summary: "${todo("one sentence for people who choose from a list.")}",`,
    "  description:",
    `    "${todo("for models: what it does, when to use it and when not, and what it returns.")}",`,
    ...hints(facts),
    ...(idInput === undefined ? [] : [`  rule: ({ ${idInput} }) => pathIdIssue("${idInput}", ${idInput}),`]),
    `  call: (${taken}, { client, options }) => client.${resource}.${method}(${given.join(", ")}),`,
    `  result: ${layout?.call ?? "(response) => ({ ...response })"},`,
    "});",
    "",
  ].join("\n");
}

/** A read cannot do harm. For everything else a person decides. */
function hints(facts: OperationFacts): string[] {
  const isRead = effectOf(facts) === "read";
  const harmless = "readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false";
  const harmful = "readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true";
  return [
    ...(isRead ? [] : [`  // ${todo("the hints and the approval; these are the most careful ones")}`]),
    `  annotations: { ${isRead ? harmless : harmful} },`,
    `  approval: "${isRead ? "never" : "required"}",`,
  ];
}

function fileOf(name: string): string {
  return name.replaceAll("_", "-");
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
