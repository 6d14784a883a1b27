import { childOf, childrenOf, type DocumentNode, descend, isRecord } from "../drift/document/document-node.ts";
import { followNode } from "../drift/document/follow-node.ts";
import { NeedsReviewError } from "../drift/edit/needs-review-error.ts";
import { TO_DESCRIBE, TO_EXPLAIN } from "../drift/edit/placeholder-text.ts";
import { exampleBody } from "../drift/edit/schema-example.ts";
import { schemaSkeleton } from "../drift/edit/schema-skeleton.ts";
import { render } from "../drift/edit/yaml-text.ts";
import type { RepositoryFiles } from "./repository-files.ts";
import { todo } from "./todo.ts";

/** A schema of the spec: the reference to it from a path file, and an example if one can be made up. */
export interface WrittenSchema {
  readonly $ref: string;
  readonly example: unknown;
  /** The example with the required properties only. */
  readonly shortExample: unknown;
}

/**
 * Refers to the spec's schema of the same name, or writes the structure of the vendor's schema to a new file. The vendor's
 * texts are not copied.
 *
 * @param name the name of a new schema.
 */
export function writeSchema(files: RepositoryFiles, node: DocumentNode, name: string): WrittenSchema {
  const file = `schemas/${name}.yaml`;
  const skeleton = skeletonOf(files, node, file);
  if (typeof skeleton["$ref"] === "string") {
    return { $ref: skeleton["$ref"].replace(/^(?!\.\.)/, "../schemas/"), example: undefined, shortExample: undefined };
  }
  files.create(`spec/${file}`, render(skeleton));
  const example = exampleBody(skeleton);
  return { $ref: `../${file}`, example, shortExample: requiredOf(example, skeleton["required"]) };
}

/**
 * Writes the parameters of an operation to their file and returns the references to them.
 *
 * @param pathId the example of an id in the path.
 */
export function writeParameters(files: RepositoryFiles, node: DocumentNode, name: string, pathId: unknown): string[] {
  const file = `parameters/${name}.yaml`;
  const found = childrenOf(childOf(node, "parameters")).map(([, each]) => followNode(each));
  const entries = found.flatMap((parameter) => {
    const value = isRecord(parameter.value) ? parameter.value : {};
    const schema = childOf(parameter, "schema");
    if (!schema || (value["in"] !== "path" && value["in"] !== "query")) return [];
    const { description: _, examples, ...skeleton } = skeletonOf(files, schema, file);
    const isRequired = value["required"] === true ? { required: true } : {};
    const known = value["in"] === "path" ? pathId : undefined;
    const example = Array.isArray(examples) ? { example: known ?? (examples[0] as unknown) } : {};
    const description = todo("what it means");
    const key = String(value["name"]);
    return [[key, { name: key, in: value["in"], ...isRequired, description, schema: skeleton, ...example }] as const];
  });
  if (entries.length === 0) return [];
  files.create(`spec/${file}`, render(Object.fromEntries(entries)));
  return entries.map(([key]) => `../${file}#/${key}`);
}

function skeletonOf(files: RepositoryFiles, node: DocumentNode, file: string): Record<string, unknown> {
  try {
    const skeleton = schemaSkeleton(node, { file, hasFile: (name) => files.has(`spec/${name}`) });
    return withTodos(skeleton) as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof NeedsReviewError)) throw error;
    return { type: "object", description: todo(`describe the schema by hand: ${error.message}`) };
  }
}

function withTodos(value: unknown): unknown {
  if (value === TO_DESCRIBE) return todo("what it means. [S]");
  if (value === TO_EXPLAIN) return todo("what the value means");
  if (Array.isArray(value)) return value.map(withTodos);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTodos(inner)]));
}

function requiredOf(example: unknown, required: unknown): unknown {
  if (!isRecord(example) || !Array.isArray(required)) return example;
  return Object.fromEntries(Object.entries(example).filter(([name]) => required.includes(name)));
}

/** The schema of a JSON body. */
export function bodySchema(holder: DocumentNode | undefined): DocumentNode | undefined {
  return holder && descend(followNode(holder), "content", "application/json", "schema");
}
