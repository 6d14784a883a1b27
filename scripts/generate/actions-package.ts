import openapiTS, { astToString } from "openapi-typescript";
import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema, OpenApiDocument } from "../spec/open-api-document.ts";
import { listsResourceOf, resourceOf, successStatusesOf } from "../spec/operations.ts";
import type { Source } from "../spec/source.ts";
import type { FieldRule } from "./field-rules.ts";
import { fieldRules } from "./field-rules.ts";
import { header } from "./header.ts";
import { inputSchema } from "./input-schema.ts";
import { namedInterfaces } from "./named-types.ts";
import { outputSchema } from "./output-schema.ts";
import { packageVersion } from "./package-version.ts";
import { resultTypes, successFields } from "./result-types.ts";
import { typescriptOptions } from "./types-package.ts";

/** The generated input and output schemas of the actions. */
export const ACTION_SCHEMAS: string = path("generated/action-schemas");

/** Derives the files of `packages/actions`: registry, types, schemas, metadata and field rules. */
export async function actionsPackage(source: Source): Promise<Map<string, string>> {
  const shapes = source.actions;
  const rules = Object.fromEntries(shapes.map((shape) => [shape.name, fieldRules(shape)]));
  const inputsFor = (audience: "hosts" | "types") =>
    Object.fromEntries(shapes.map((shape) => [shape.name, inputSchema(shape, rules[shape.name] ?? {}, audience)]));
  const inputs = inputsFor("hosts");
  const outputs = Object.fromEntries(shapes.map((shape) => [shape.name, outputSchema(shape)]));
  const files: Record<string, string> = {
    registry: registry(shapes),
    "generated/action-types": await actionTypes(shapes, inputsFor("types")),
    "generated/action-schemas": actionSchemas(inputs, outputs),
    "generated/operation-metadata": operationMetadata(shapes),
    "generated/success-fields": successFieldTable(shapes),
    "generated/field-rules": fieldRuleModule(rules),
  };
  return new Map([
    ...Object.entries(files).map(([name, text]) => [path(name), header + text] as const),
    [path("version"), await packageVersion("actions")],
  ]);
}

function path(name: string): string {
  return `packages/actions/src/${name}.gen.ts`;
}

async function actionTypes(
  shapes: readonly ActionShape[],
  inputs: Readonly<Record<string, JsonSchema>>,
): Promise<string> {
  const inputTitle = ({ outputTitle }: ActionShape) => outputTitle.replace(/Output$/, "Input");
  const schemas = Object.fromEntries(shapes.map((shape) => [inputTitle(shape), inputs[shape.name] ?? {}]));
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: { title: "actions", version: "1" },
    paths: {},
    components: { schemas },
  };
  const ast = await openapiTS(document as never, {
    ...typescriptOptions,
    alphabetize: false,
    defaultNonNullable: true,
  });
  const table = (titleOf: (shape: ActionShape) => string) =>
    shapes.map((shape) => `  ${shape.name}: ${titleOf(shape)};`).join("\n");
  return [
    namedInterfaces(astToString(ast), document),
    resultTypes(shapes),
    "/** The names of the actions. */",
    `export type ActionName = keyof ActionInputs;`,
    "/** The input of each action. */",
    `export interface ActionInputs {\n${table(inputTitle)}\n}`,
    "/** What each action returns: a success or a failure, which `success` tells apart. */",
    `export interface ActionOutputs {\n${table(({ outputTitle }) => outputTitle)}\n}`,
    "/** What each action returns when it succeeded. */",
    `export interface ActionSuccesses {\n${table(({ outputTitle }) => outputTitle.replace(/Output$/, "Success"))}\n}`,
    "",
  ].join("\n");
}

function successFieldTable(shapes: readonly ActionShape[]): string {
  const rows = shapes.map((shape) => `  ${shape.name}: ${JSON.stringify(successFields(shape))},`);
  return [
    'import type { ActionName } from "./action-types.gen.ts";',
    "",
    "/** The fields that a successful result of each action always has. */",
    "export const successFields: Readonly<Record<ActionName, readonly string[]>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}

function actionSchemas(inputs: Record<string, JsonSchema>, outputs: Record<string, JsonSchema>): string {
  const constant = (name: string, value: unknown) =>
    `export const ${name}: Readonly<Record<ActionName, JsonObjectSchema>> = ${JSON.stringify(value, null, 2)};\n`;
  return [
    'import type { ActionName } from "./action-types.gen.ts";',
    'import type { JsonObjectSchema } from "../schema/json-object-schema.ts";',
    "",
    constant("inputSchemas", inputs),
    constant("outputSchemas", outputs),
  ].join("\n");
}

/** The actions in the order of `spec/actions/order.yaml`, each from the file of its name. */
function registry(shapes: readonly ActionShape[]): string {
  const names = shapes.map(({ name }) => name);
  const imports = [...names].sort().map((name) => {
    return `import { ${camelCase(name)} } from "./actions/${name.replaceAll("_", "-")}.ts";`;
  });
  return [
    'import type { Action } from "./action.ts";',
    ...imports,
    'import type { ActionName } from "./generated/action-types.gen.ts";',
    "",
    "/** The actions by name, in the order in which people and platforms see them. */",
    "export const actions: { readonly [Name in ActionName]: Action<Name> } = {",
    ...names.map((name) => `  ${name}: ${camelCase(name)},`),
    "};",
    "",
  ].join("\n");
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function operationMetadata(shapes: readonly ActionShape[]): string {
  const rows = shapes.map((shape) => {
    const { method, pathTemplate, operation } = shape.found;
    const row = {
      operation: operation.operationId,
      method,
      path: pathTemplate,
      successStatuses: successStatusesOf(operation),
      effect: operation["x-effect"],
      scopes: operation["x-scopes"],
      category: resourceOf(pathTemplate),
      verifyWith: listActionOf(shape, shapes),
    };
    return `  ${shape.name}: ${JSON.stringify(row)},`;
  });
  const categories = [...new Set(shapes.map(({ found }) => JSON.stringify(resourceOf(found.pathTemplate))))];
  return [
    'import type { Effect, OperationId } from "@modulex-instantly/client";',
    'import type { ActionName } from "./action-types.gen.ts";',
    "",
    "/** What an action takes over from its operation. */",
    "export interface OperationMetadata {",
    "  readonly operation: OperationId;",
    "  readonly method: string;",
    "  readonly path: string;",
    "  readonly successStatuses: readonly number[];",
    "  readonly effect: Effect;",
    "  /** Any one of these scopes lets a key make the call. */",
    "  readonly scopes: readonly string[];",
    "  /** The resource that the operation belongs to. */",
    `  readonly category: ${categories.join(" | ")};`,
    "  /** The action that shows whether a write with an unknown outcome took effect. */",
    "  readonly verifyWith: ActionName;",
    "}",
    "",
    "export const operationMetadata: Readonly<Record<ActionName, OperationMetadata>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}

/** The action that lists the resource of an action. */
function listActionOf({ name, found }: ActionShape, shapes: readonly ActionShape[]): string {
  const list = shapes.find((other) => listsResourceOf(other.found, found.pathTemplate));
  if (list) return list.name;
  throw new Error(
    `action ${name}: no action lists ${resourceOf(found.pathTemplate)}, so an unknown outcome cannot be verified`,
  );
}

function fieldRuleModule(rules: Readonly<Record<string, Readonly<Record<string, FieldRule>>>>): string {
  return [
    'import type { ActionName } from "./action-types.gen.ts";',
    'import type { FieldRule } from "../schema/field-rule.ts";',
    "",
    "/** The field rules of each action by path: `a.b`, `a[].b`. */",
    `export const fieldRules: Readonly<Record<ActionName, Readonly<Record<string, FieldRule>>>> = ${JSON.stringify(rules, null, 2)};`,
    "",
  ].join("\n");
}
