import { readFileSync } from "node:fs";
import type { OpenApiDocument } from "../../scripts/spec/open-api-document.ts";
import type { SpecOperation } from "../../scripts/spec/operation-examples.ts";
import { specOperations } from "../../scripts/spec/operation-examples.ts";

/** The published document. */
export const document: OpenApiDocument = JSON.parse(
  readFileSync(new URL("../../packages/types/openapi.json", import.meta.url), "utf8"),
);

/** Its operations. Every contract test iterates over them, so an operation without a test fails by name. */
export const operations: readonly SpecOperation[] = specOperations(document);
