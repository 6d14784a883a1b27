import type { OpenApiDocument } from "../../scripts/spec/open-api-document.ts";
import { operationsOf } from "../../scripts/spec/operations.ts";

/** Names of places need no description. */
const SELF_EVIDENT = "#/components/schemas/TimeZone";
const EVIDENCE = ["S", "D", "L", "R", "I"];

/**
 * Names each enum value without a description, each description without a value, and each operation without evidence.
 */
export function undescribedParts(document: OpenApiDocument): string[] {
  const unproven = operationsOf(document).flatMap(({ operation }) => {
    const tags = (operation as { "x-evidence"?: readonly string[] })["x-evidence"] ?? [];
    const isProven = tags.length > 0 && tags.every((tag) => EVIDENCE.includes(tag));
    return isProven ? [] : [`${operation.operationId}: x-evidence must be some of ${EVIDENCE.join(", ")}`];
  });
  return [...unproven, ...meaningProblems("#", document)];
}

function meaningProblems(place: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null || place === SELF_EVIDENT) return [];
  const inner = Object.entries(value).flatMap(([key, below]) => meaningProblems(`${place}/${key}`, below));
  const { enum: values, "x-enumDescriptions": meanings } = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(values)) return inner;
  const wanted = values.filter((each) => each !== null).map(String);
  const described = Object.keys((meanings ?? {}) as object);
  return [
    ...inner,
    ...wanted.filter((each) => !described.includes(each)).map((each) => `${place}: ${each} has no description`),
    ...described.filter((each) => !wanted.includes(each)).map((each) => `${place}: ${each} is not a value`),
  ];
}
