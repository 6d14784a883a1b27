import path from "node:path";
import { type DocumentNode, isRecord } from "../document/document-node.ts";
import { schemaView } from "../schema/schema-view.ts";
import { NeedsReviewError } from "./needs-review-error.ts";
import { TO_DESCRIBE, TO_EXPLAIN } from "./placeholder-text.ts";
import { plainName } from "./plain-name.ts";
import { exampleValue } from "./schema-example.ts";

const COPIED = [
  ...["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems"],
  ...["maxItems", "minProperties", "maxProperties", "pattern", "default", "readOnly", "deprecated"],
];
const PROSE = /^(description|title|summary|examples?|x-.*|\$.*)$/;
const STRUCTURE = ["type", "enum", "items", "additionalProperties"];

/** The file of the skeleton, which decides how it refers to other schemas of the spec. */
export interface SkeletonTarget {
  readonly file: string;
  readonly hasFile: (file: string) => boolean;
  /** How many more schemas may be copied. */
  readonly budget?: { left: number };
}

const MAX_SCHEMAS = 300;

/**
 * Copies the structure of a schema of the vendor without its prose.
 *
 * @throws NeedsReviewError when the schema uses a keyword that is not copied, or is too large or too deep.
 */
export function schemaSkeleton(node: DocumentNode, where: SkeletonTarget, depth = 0): Record<string, unknown> {
  const budget = where.budget ?? { left: MAX_SCHEMAS };
  const target = { ...where, budget };
  budget.left -= 1;
  if (budget.left < 0) throw new NeedsReviewError(`it consists of more than ${MAX_SCHEMAS} schemas`);
  if (depth > 8) throw new NeedsReviewError("the schema is nested more than 8 levels deep");
  const reference = ownReference(node, target);
  if (reference) return { $ref: reference };
  const view = schemaView(node);
  const values = view.keywords.get("enum")?.value;
  const meanings = view.keywords.get("x-enumDescriptions")?.value;
  const skeleton: Record<string, unknown> = {};
  if (view.types) skeleton["type"] = typeOf(view.types, view.nullable || allowsNull(view.keywords.get("type")?.value));
  for (const [keyword, { value }] of view.keywords) {
    if (COPIED.includes(keyword)) skeleton[keyword] = copied(keyword, value);
    else if (!STRUCTURE.includes(keyword) && !PROSE.test(keyword)) throw new NeedsReviewError(`it uses ${keyword}`);
  }
  if (Array.isArray(values)) skeleton["enum"] = values.map((value) => plainValue(value));
  const listed = Array.isArray(values) ? values.filter((value) => value !== null).map(String) : [];
  const described = [...new Set([...listed, ...(isRecord(meanings) ? Object.keys(meanings) : [])])];
  if (described.length > 0) {
    skeleton["x-enumDescriptions"] = Object.fromEntries(
      described.map((name) => [plainName(name, "a value"), TO_EXPLAIN]),
    );
  }
  skeleton["description"] = TO_DESCRIBE;
  if (view.required.size > 0) skeleton["required"] = [...view.required].map((name) => plainName(name, "a property"));
  if (view.properties.size > 0) {
    skeleton["properties"] = Object.fromEntries(
      [...view.properties].map(([name, property]) => [
        plainName(name, "a property"),
        schemaSkeleton(property, target, depth + 1),
      ]),
    );
  }
  const items = view.keywords.get("items");
  if (items) skeleton["items"] = schemaSkeleton(items, target, depth + 1);
  const free = view.keywords.get("additionalProperties");
  if (free)
    skeleton["additionalProperties"] = isRecord(free.value)
      ? schemaSkeleton(free, target, depth + 1)
      : free.value === true;
  const example = exampleValue(skeleton);
  return example === undefined ? skeleton : { ...skeleton, examples: [example] };
}

/** A reference to the schema of the same name in the spec, if the vendor refers to a schema that the spec has, too. */
function ownReference(node: DocumentNode, target: SkeletonTarget): string | undefined {
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

function allowsNull(type: unknown): boolean {
  return Array.isArray(type) && type.includes("null");
}

function copied(keyword: string, value: unknown): unknown {
  if (keyword === "pattern" && typeof value === "string" && /^[\x20-\x7e]{1,200}$/.test(value)) return value;
  if (keyword === "pattern") throw new NeedsReviewError("its pattern is too long or has characters outside ASCII");
  return plainValue(value);
}

/**
 * Returns a value of the vendor's document if it is plain.
 *
 * @throws NeedsReviewError when it is a list, an object, or a string that is not a plain name.
 */
export function plainValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return plainName(value, "a value");
  throw new NeedsReviewError("a value is a list or an object");
}
