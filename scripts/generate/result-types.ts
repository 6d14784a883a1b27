import type { ActionShape } from "../spec/action-shapes.ts";
import type { JsonSchema } from "../spec/open-api-document.ts";
import { EVIDENCE } from "./input-schema.ts";
import { describeValues } from "./named-types.ts";
import { isProjection } from "./output-schema.ts";

/**
 * The fields that a successful result always has: the object that the action reads or writes, or the list and its count.
 * Every other field may be null, as in the published schemas.
 */
export function successFields({ outputs }: ActionShape): string[] {
  const isList = Object.values(outputs).some(({ type }) => type === "array");
  return Object.entries(outputs)
    .filter(([field, schema]) => isProjection(schema) || schema.type === "array" || (isList && field === "count"))
    .map(([field]) => field);
}

/**
 * The types of the results: for each action a success and a failure, which `success` tells apart. They are type aliases of
 * object literals: editors show their names, and they can be passed on as `Record<string, unknown>`.
 */
export function resultTypes(shapes: readonly ActionShape[]): string {
  const details = new Map<string, string>();
  const results = shapes.flatMap((shape) => {
    const { outputTitle, name } = shape;
    const base = outputTitle.replace(/Output$/, "");
    const always = successFields(shape);
    // Copied as JSON, so that schemas that occur twice are two objects.
    const outputs: Record<string, JsonSchema> = JSON.parse(JSON.stringify(shape.outputs));
    describeValues(outputs);
    const fields = Object.entries(outputs);
    const success = fields.map(([field, schema]) =>
      line(field, schema, fieldType(schema, always.includes(field), details)),
    );
    const failure = fields.map(
      ([field, schema]) => `  ${field}: ${schema.type === "array" ? fieldType(schema, true, details) : "null"};`,
    );
    return [
      `/** The result of \`${name}\` when it succeeded. */`,
      `export type ${base}Success = {\n  success: true;\n  error: null;\n${success.join("\n")}\n};`,
      `/** The result of \`${name}\` when it failed: \`error\` says why, and every other field is null or empty. */`,
      `export type ${base}Failure = {\n  success: false;\n  error: string;\n${failure.join("\n")}\n};`,
      `/** What \`${name}\` returns. \`success\` tells whether it succeeded. */`,
      `export type ${outputTitle} = ${base}Success | ${base}Failure;`,
    ];
  });
  return [...details.values(), ...results].join("\n");
}

/** The type of a field; the types of the objects it contains are added to `details`. */
function fieldType(schema: JsonSchema, isAlways: boolean, details: Map<string, string>): string {
  const name = [schema.type].flat().filter((type) => type !== "null")[0];
  const orNull = isAlways ? "" : " | null";
  if (isProjection(schema)) return detail(schema, details) + orNull;
  if (name === "array")
    return schema.items && isProjection(schema.items) ? `${detail(schema.items, details)}[]` : "unknown[]";
  if (name === "object") return `{ [key: string]: unknown }${orNull}`;
  return `${name === "integer" ? "number" : name}${orNull}`;
}

function detail(schema: JsonSchema & { title: string }, details: Map<string, string>): string {
  const { title, properties = {} } = schema;
  if (!details.has(title)) {
    const fields = Object.entries(properties).map(([field, value]) =>
      line(field, value, fieldType(value, false, details)),
    );
    const text = [
      `/** ${words(title)} in a result. A field is null if the API did not return it. */`,
      `export type ${title} = {`,
      ...fields,
      "};",
    ];
    details.set(title, text.join("\n"));
  }
  return title;
}

/** A field with its description. */
function line(field: string, { description }: JsonSchema, type: string): string {
  const text =
    typeof description === "string" ? description.replaceAll(EVIDENCE, "").trim().replaceAll("*/", "* /") : "";
  const lines = text.split("\n").map((part) => `   * ${part}`.trimEnd());
  const comment = text === "" ? "" : text.includes("\n") ? `  /**\n${lines.join("\n")}\n   */\n` : `  /** ${text} */\n`;
  return `${comment}  ${field}: ${type};`;
}

/** `LeadDetail` as "A lead". */
function words(title: string): string {
  const name = title
    .replace(/Detail$/, "")
    .replaceAll(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .toLowerCase();
  return `${/^[aeiou]/.test(name) ? "An" : "A"} ${name}`;
}
