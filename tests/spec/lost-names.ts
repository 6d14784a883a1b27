import type { JsonSchema, OpenApiDocument } from "../../scripts/spec/open-api-document.ts";
import { operationsOf } from "../../scripts/spec/operations.ts";
import { findProperty } from "../../scripts/spec/reference.ts";
import { describedNames, describedValues } from "./described-names.ts";

/** Names each described property, parameter and enum value that a document lacks. */
export function lostNames(document: OpenApiDocument): string[] {
  const lost = Object.entries(describedNames).flatMap(([of, names]) =>
    wordsOf(names)
      .filter((name) => find(document, `${of}.${name}`) === undefined)
      .map((name) => `${of}.${name} is gone`),
  );
  const lostValues = Object.entries(describedValues).flatMap(([of, values]) => {
    const present = (find(document, of)?.enum ?? []).map(String);
    return wordsOf(values)
      .filter((value) => !present.includes(value))
      .map((value) => `${of} has lost the value ${value}`);
  });
  return [...lost, ...lostValues];
}

/** Splits a list of names. */
export function wordsOf(names: string): string[] {
  return names.trim().split(/\s+/);
}

/** The schema at a path such as `Lead.status` or `listEmail.mode`; undefined if there is none. */
export function find(document: OpenApiDocument, place: string): JsonSchema | undefined {
  const [root = "", ...names] = place.split(".");
  const operation = operationsOf(document).find((found) => found.operation.operationId === root)?.operation;
  if (operation) return operation.parameters?.find(({ name }) => name === names[0])?.schema;
  const schema = document.components.schemas[root];
  return names.length === 0 || schema === undefined ? schema : findProperty(document, schema, names.join("."));
}
