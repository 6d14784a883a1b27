import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { dereference } from "@apidevtools/json-schema-ref-parser";
import { parse } from "yaml";
import type { JsonSchema, OpenApiDocument, OpenApiParameter } from "./open-api-document.ts";
import type { FoundOperation } from "./operations.ts";
import { findProperty } from "./reference.ts";

/** The shape of an action: its operation, inputs and outputs, with references followed. */
export interface ActionShape {
  readonly name: string;
  readonly found: FoundOperation;
  readonly requiredInputs: readonly string[];
  /** The schema of the parameter or property of the operation, by input. */
  readonly inputs: Readonly<Record<string, JsonSchema>>;
  readonly outputTitle: string;
  readonly outputs: Readonly<Record<string, JsonSchema>>;
}

interface ActionFile {
  readonly name: string;
  readonly operation: string;
  readonly input: { readonly required?: string[]; readonly properties: Record<string, JsonSchema> };
  readonly output: { readonly title: string; readonly properties: Record<string, JsonSchema> };
}

/**
 * Reads `spec/actions/*.yaml`, one file per action, in the order of `spec/actions/order.yaml`.
 *
 * @throws Error naming the action and the field when a reference leads nowhere or to another operation.
 */
export async function loadActionShapes(
  specDirectory: string,
  document: OpenApiDocument,
  operations: readonly FoundOperation[],
): Promise<ActionShape[]> {
  const directory = path.join(specDirectory, "actions");
  const names = parse(await readFile(path.join(directory, "order.yaml"), "utf8")) as string[];
  const files = (await readdir(directory)).filter((file) => file.endsWith(".yaml") && file !== "order.yaml");
  for (const file of files) {
    const name = file.replace(".yaml", "").replaceAll("-", "_");
    if (!names.includes(name)) throw new Error(`spec/actions/${file} is not listed in spec/actions/order.yaml`);
  }
  return Promise.all(names.map((name) => loadActionShape(directory, name, document, operations)));
}

async function loadActionShape(
  directory: string,
  name: string,
  document: OpenApiDocument,
  operations: readonly FoundOperation[],
): Promise<ActionShape> {
  const file = path.join(directory, `${name.replaceAll("_", "-")}.yaml`);
  const written = parse(await readFile(file, "utf8")) as ActionFile;
  const resolved = (await dereference(file).catch((error: Error) => {
    throw new Error(`action ${name}: a reference leads nowhere: ${error.message}`);
  })) as unknown as ActionFile;
  if (written.name !== name) throw new Error(`action ${name}: its file says name: ${written.name}`);
  const found = operations.find(({ operation }) => operation.operationId === written.operation);
  if (!found) throw new Error(`action ${name}: there is no operation ${written.operation}`);

  const inputs: Record<string, JsonSchema> = {};
  for (const [field, schema] of Object.entries(resolved.input.properties)) {
    const where = `action ${name}, input ${field}`;
    if (!written.input.properties[field]?.$ref) throw new Error(`${where}: must be a $ref into its operation`);
    const sentAs = String(schema["x-sent-as"] ?? field);
    requireSent(where, sentAs, found, document);
    if (written.input.properties[field].$ref.split("/").at(-1) !== sentAs.split(".").at(-1)) {
      throw new Error(`${where}: refers to ${written.input.properties[field].$ref} but is sent as ${sentAs}`);
    }
    inputs[field] = schema["schema"]
      ? { ...(schema as unknown as OpenApiParameter).schema, ...withoutParameterKeys(schema) }
      : schema;
  }
  return {
    name,
    found,
    requiredInputs: written.input.required ?? [],
    inputs,
    outputTitle: written.output.title,
    outputs: resolved.output.properties,
  };
}

/** Checks that the operation has the field. A `.` separates the levels of the body. */
function requireSent(where: string, sentAs: string, { operation }: FoundOperation, document: OpenApiDocument): void {
  const body = operation.requestBody?.content["application/json"]?.schema;
  if (operation.parameters?.some((parameter) => parameter.name === sentAs)) return;
  if (body && findProperty(document, body, sentAs)) return;
  throw new Error(`${where}: ${operation.operationId} takes no ${sentAs}`);
}

function withoutParameterKeys(schema: JsonSchema): JsonSchema {
  const { schema: _schema, in: _in, name: _name, example: _example, required: _required, ...rest } = schema;
  return rest;
}
