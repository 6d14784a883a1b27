import { readFileSync } from "node:fs";
import type { OpenApiDocument } from "../../scripts/spec/open-api-document.ts";
import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import { specOperations } from "../../scripts/spec/operation-examples.ts";

/** The published document. */
export const document: OpenApiDocument = JSON.parse(
  readFileSync(new URL("../../packages/types/openapi.json", import.meta.url), "utf8"),
);

/** The first success of an operation: its status and its first example. */
export function successOf({ id, responses }: SpecOperation): { readonly status: number; readonly body: unknown } {
  const [status, response] = Object.entries(responses).find(([name]) => name.startsWith("2")) ?? [];
  const [body] = Object.values(response?.examples ?? {});
  if (body === undefined) throw new Error(`${id} has no example of its success`);
  return { status: Number(status), body };
}

/** Its operations. Every contract test iterates over them, so an operation without a test fails by name. */
export const operations: readonly SpecOperation[] = specOperations(document);
