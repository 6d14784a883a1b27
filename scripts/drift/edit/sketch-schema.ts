import path from "node:path";
import { isRecord, type SpecNode } from "../document/document-node.ts";
import { schemaView } from "../schema/schema-view.ts";
import { exampleFor } from "./example-value.ts";
import { NotApplicable } from "./needs-review-error.ts";
import { TO_DESCRIBE, TO_EXPLAIN } from "./placeholder-text.ts";
import { plainName } from "./plain-name.ts";

const COPIED = [
  ...["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems"],
  ...["maxItems", "minProperties", "maxProperties", "pattern", "default", "readOnly", "deprecated"],
];
const WORDS = /^(description|title|summary|examples?|x-.*|\$.*)$/;
const STRUCTURE = ["type", "enum", "items", "additionalProperties"];

/** Where a sketch is to be written, which decides how it refers to schemas that the spec has. */
export interface SketchTarget {
  readonly file: string;
  readonly hasFile: (file: string) => boolean;
  /** How many schemas may still be copied. */
  readonly budget?: { left: number };
}

const MOST_SCHEMAS = 300;

/**
 * Copies the structure of a published schema and none of its words.
 *
 * @throws NotApplicable when it holds anything whose structure is not simply copied.
 */
export function sketchSchema(node: SpecNode, where: SketchTarget, depth = 0): Record<string, unknown> {
  const budget = where.budget ?? { left: MOST_SCHEMAS };
  const target = { ...where, budget };
  budget.left -= 1;
  if (budget.left < 0) throw new NotApplicable(`it is made of more than ${MOST_SCHEMAS} schemas`);
  if (depth > 8) throw new NotApplicable("the schema goes more than 8 levels deep");
  const reference = ownReference(node, target);
  if (reference) return { $ref: reference };
  const view = schemaView(node);
  const values = view.keywords.get("enum")?.value;
  const meanings = view.keywords.get("x-enumDescriptions")?.value;
  const sketch: Record<string, unknown> = {};
  if (view.types) sketch["type"] = typeOf(view.types, view.nullable || takesNull(view.keywords.get("type")?.value));
  for (const [keyword, { value }] of view.keywords) {
    if (COPIED.includes(keyword)) sketch[keyword] = copied(keyword, value);
    else if (!STRUCTURE.includes(keyword) && !WORDS.test(keyword)) throw new NotApplicable(`it uses ${keyword}`);
  }
  if (Array.isArray(values)) sketch["enum"] = values.map((value) => plainValue(value));
  const explained = isRecord(meanings) ? Object.keys(meanings) : [];
  if (explained.length > 0) {
    sketch["x-enumDescriptions"] = Object.fromEntries(
      explained.map((name) => [plainName(name, "a value"), TO_EXPLAIN]),
    );
  }
  sketch["description"] = TO_DESCRIBE;
  if (view.required.size > 0) sketch["required"] = [...view.required].map((name) => plainName(name, "a property"));
  if (view.properties.size > 0) {
    sketch["properties"] = Object.fromEntries(
      [...view.properties].map(([name, property]) => [
        plainName(name, "a property"),
        sketchSchema(property, target, depth + 1),
      ]),
    );
  }
  const items = view.keywords.get("items");
  if (items) sketch["items"] = sketchSchema(items, target, depth + 1);
  const free = view.keywords.get("additionalProperties");
  if (free)
    sketch["additionalProperties"] = isRecord(free.value) ? sketchSchema(free, target, depth + 1) : free.value === true;
  const example = exampleFor(sketch);
  return example === undefined ? sketch : { ...sketch, examples: [example] };
}

/** The published schema refers to one that the spec has under the same name: so does the sketch. */
function ownReference(node: SpecNode, target: SketchTarget): string | undefined {
  const reference = isRecord(node.value) ? node.value["$ref"] : undefined;
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(reference))?.[1];
  const file = `schemas/${name}.yaml`;
  if (name === undefined || !target.hasFile(file)) return undefined;
  return path.posix.relative(path.posix.dirname(target.file), file);
}

function typeOf(types: readonly string[], nullable: boolean): string | string[] {
  const all = [...types.map((type) => plainName(type, "a type")), ...(nullable ? ["null"] : [])];
  return all.length === 1 && all[0] !== undefined ? all[0] : all;
}

function takesNull(type: unknown): boolean {
  return Array.isArray(type) && type.includes("null");
}

function copied(keyword: string, value: unknown): unknown {
  if (keyword === "pattern" && typeof value === "string" && /^[\x20-\x7e]{1,200}$/.test(value)) return value;
  if (keyword === "pattern") throw new NotApplicable("its pattern is not a plain one");
  return plainValue(value);
}

/** @throws NotApplicable when it is a list, an object, or a text that is not a plain name. */
export function plainValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return plainName(value, "a value");
  throw new NotApplicable("a value is neither a text nor a number");
}
