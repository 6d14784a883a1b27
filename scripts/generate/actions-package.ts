import openapiTS, { astToString } from "openapi-typescript";
import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";
import { successStatusesOf } from "../spec/operations.ts";
import type { Source } from "../spec/source.ts";
import type { FieldRule } from "./field-rules.ts";
import { fieldRules } from "./field-rules.ts";
import { header } from "./header.ts";
import { inputSchema } from "./input-schema.ts";
import { outputSchema } from "./output-schema.ts";
import { packageVersion } from "./package-version.ts";
import { typescriptOptions } from "./types-package.ts";

/** The generated input and output schemas of the actions. */
export const ACTION_SCHEMAS: string = path("action-schemas");

/** Derives the files of `packages/actions`: types, schemas, facts, field rules and equivalent time zones. */
export async function actionsPackage(source: Source): Promise<Map<string, string>> {
  const shapes = source.actions;
  const rules = Object.fromEntries(shapes.map((shape) => [shape.name, fieldRules(shape)]));
  const inputsFor = (audience: "hosts" | "types") =>
    Object.fromEntries(shapes.map((shape) => [shape.name, inputSchema(shape, rules[shape.name] ?? {}, audience)]));
  const inputs = inputsFor("hosts");
  const outputs = Object.fromEntries(shapes.map((shape) => [shape.name, outputSchema(shape)]));
  const files: Record<string, string> = {
    "action-types": await actionTypes(shapes, inputsFor("types"), outputs),
    "action-schemas": actionSchemas(inputs, outputs),
    "action-facts": actionFacts(shapes),
    "field-rules": fieldRuleModule(rules),
    "time-zone-stand-ins": timeZoneStandIns(source),
  };
  return new Map([
    ...Object.entries(files).map(([name, text]) => [path(name), header(source) + text] as const),
    [path("version"), await packageVersion("actions")],
  ]);
}

function path(name: string): string {
  return `packages/actions/src/${name}.gen.ts`;
}

async function actionTypes(
  shapes: readonly ActionShape[],
  inputs: Record<string, JsonSchema>,
  outputs: Record<string, JsonSchema>,
): Promise<string> {
  const schemas: Record<string, JsonSchema> = {};
  for (const { name, outputTitle } of shapes) {
    schemas[outputTitle.replace(/Output$/, "Input")] = inputs[name] ?? {};
    const { $defs = {}, ...output } = outputs[name] ?? {};
    for (const [title, definition] of Object.entries($defs as Record<string, JsonSchema>)) {
      schemas[title] = everyKeyPresent(definition);
    }
    schemas[outputTitle] = everyKeyPresent(output);
  }
  const text = JSON.stringify(schemas).replaceAll("#/$defs/", "#/components/schemas/");
  const document = {
    openapi: "3.1.0",
    info: { title: "actions", version: "1" },
    paths: {},
    components: { schemas: JSON.parse(text) },
  };
  const ast = await openapiTS(document as never, {
    ...typescriptOptions,
    alphabetize: false,
    defaultNonNullable: true,
  });
  const table = (suffix: string) =>
    shapes.map(({ name, outputTitle }) => `  ${name}: ${outputTitle.replace(/Output$/, suffix)};`).join("\n");
  return [
    astToString(ast),
    "/** The names of the actions. */",
    `export type ActionName = keyof ActionInputs;`,
    "/** The input of each action. */",
    `export interface ActionInputs {\n${table("Input")}\n}`,
    "/** What each action returns, whether it succeeded or not. */",
    `export interface ActionOutputs {\n${table("Output")}\n}`,
    "",
  ].join("\n");
}

/** Results contain every key, so the types have no optional keys. */
function everyKeyPresent(schema: JsonSchema): JsonSchema {
  return { ...schema, required: Object.keys(schema.properties ?? {}) };
}

function actionSchemas(inputs: Record<string, JsonSchema>, outputs: Record<string, JsonSchema>): string {
  const constant = (name: string, value: unknown) =>
    `export const ${name}: Readonly<Record<ActionName, JsonObjectSchema>> = ${JSON.stringify(value, null, 2)};\n`;
  return [
    'import type { ActionName } from "./action-types.gen.ts";',
    'import type { JsonObjectSchema } from "./json-object-schema.ts";',
    "",
    constant("inputSchemas", inputs),
    constant("outputSchemas", outputs),
  ].join("\n");
}

function actionFacts(shapes: readonly ActionShape[]): string {
  const rows = shapes.map(({ name, found: { method, pathTemplate, operation } }) => {
    const row = {
      operation: operation.operationId,
      method,
      path: pathTemplate,
      successStatuses: successStatusesOf(operation),
      effect: operation["x-effect"],
      scopes: operation["x-scopes"],
    };
    return `  ${name}: ${JSON.stringify(row)},`;
  });
  return [
    'import type { ActionFacts } from "./action-facts.ts";',
    'import type { ActionName } from "./action-types.gen.ts";',
    "",
    "export const actionFacts: Readonly<Record<ActionName, ActionFacts>> = {",
    ...rows,
    "};",
    "",
  ].join("\n");
}

function fieldRuleModule(rules: Readonly<Record<string, Readonly<Record<string, FieldRule>>>>): string {
  return [
    'import type { ActionName } from "./action-types.gen.ts";',
    'import type { FieldRule } from "./field-rule.ts";',
    "",
    "/** The field rules of each action by path: `a.b`, `a[].b`. */",
    `export const fieldRules: Readonly<Record<ActionName, Readonly<Record<string, FieldRule>>>> = ${JSON.stringify(rules, null, 2)};`,
    "",
  ].join("\n");
}

function timeZoneStandIns(source: Source): string {
  const schema = source.document.components.schemas["TimeZone"];
  if (!schema?.enum || !schema["x-stand-ins"])
    throw new Error("spec/schemas/TimeZone.yaml: expected enum and x-stand-ins");
  const constant = (name: string, value: unknown) =>
    `export const ${name}: Readonly<Record<string, string>> = ${JSON.stringify(value, null, 2)};\n`;
  return [
    "/** For common time zones that the API does not accept: an accepted one with the same local time all year. */",
    constant("timeZoneStandIns", schema["x-stand-ins"]),
    "/** For zones without an exact equivalent: the nearest accepted zone. */",
    constant("approximateTimeZoneStandIns", schema["x-stand-ins-approximate"] ?? {}),
  ].join("\n");
}
