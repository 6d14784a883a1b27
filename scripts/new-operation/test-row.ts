import type { OperationFacts } from "../drift/document/operation-facts.ts";
import { clientMethod } from "./client-method.ts";
import { effectOf } from "./spec-path.ts";
import { todo } from "./todo.ts";

/** The file of the test rows of a resource. */
export function rowFile({ resource }: OperationFacts): string {
  return `tests/operations/${resource}.ts`;
}

/** The row of an operation in the test table. */
export function testRow(facts: OperationFacts, action: ActionRow | undefined): string {
  const { id, input, hasPathId } = facts;
  const { resource, name } = clientMethod(facts);
  return [
    `  ${id}: {`,
    `    method: "${resource}.${name}",`,
    ...(hasPathId ? ['    id: "id-1",'] : []),
    ...(input ? [`    // ${todo(`a ${input} that is accepted`)}`, "    input: {},"] : []),
    ...(input === "body"
      ? [`    // ${todo("put the text into the body, or remove the line")}`, "    withText: (text) => ({ text }),"]
      : []),
    `    response: ${responseCode(facts)},`,
    `    effect: ${JSON.stringify(facts.effect ?? effectOf(facts))},`,
    ...(input ? [`    // ${todo("inputs that can only fail or do harm; an empty list if there are none")}`] : []),
    "    rejects: [],",
    ...(action ? actionRow(facts, action) : ["    action: null,"]),
    "  },",
    "",
  ].join("\n");
}

/** The action of an operation, as far as its test row needs it. */
export interface ActionRow {
  readonly name: string;
  /** The input that is the id in the path. */
  readonly idInput: string | undefined;
}

function actionRow({ method, path, input }: OperationFacts, { name, idInput }: ActionRow): string[] {
  const id = "0191d3a4-52c7-7b10-8f3e-6a4b9e2c1d55";
  const given = idInput === undefined ? "" : `${idInput}: "${id}"`;
  return [
    "    action: {",
    `      name: "${name}",`,
    ...(input ? [`      // ${todo("every parameter, and the request that it makes")}`] : []),
    `      input: {${given === "" ? "" : ` ${given} `}},`,
    `      sent: { method: "${method}", target: "${path.replace("{id}", id)}", body: undefined },`,
    ...(input ? [`      // ${todo("inputs that the action must refuse; an empty list if there are none")}`] : []),
    "      rejects: [],",
    "    },",
  ];
}

function responseCode({ isList, requiredInResponse }: OperationFacts): string {
  if (isList) return '{ items: [{ id: "id-1" }] }';
  const [first = "id"] = [...requiredInResponse].sort((a, b) => Number(b === "id") - Number(a === "id"));
  return `{ ${first}: "id-1" }`;
}
