import type { OpenApiDocument, OpenApiOperation } from "./open-api-document.ts";

/** An operation of the document, with its method and path. */
export interface FoundOperation {
  readonly method: string;
  readonly pathTemplate: string;
  readonly operation: OpenApiOperation;
}

const EFFECTS = ["read", "create", "update", "delete", "send"];

/**
 * Lists the operations in the order of the document.
 *
 * @throws Error naming the operation without a valid `x-effect` or without `x-scopes`.
 */
export function operationsOf(document: OpenApiDocument): FoundOperation[] {
  const found: FoundOperation[] = [];
  for (const [pathTemplate, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const { operationId } = operation;
      if (!EFFECTS.includes(operation["x-effect"])) {
        throw new Error(
          `${operationId}: x-effect must be one of ${EFFECTS.join(", ")}, found ${operation["x-effect"]}`,
        );
      }
      if (!operation["x-scopes"]?.length) throw new Error(`${operationId}: x-scopes is missing`);
      found.push({ method: method.toUpperCase(), pathTemplate, operation });
    }
  }
  return found;
}

/** The 2xx statuses of an operation. */
export function successStatusesOf(operation: OpenApiOperation): number[] {
  return Object.keys(operation.responses)
    .filter((status) => status.startsWith("2"))
    .map(Number);
}

/** The resource that a path belongs to, in snake case: `lead_lists` for `/api/v2/lead-lists/{id}`. */
export function resourceOf(pathTemplate: string): string {
  return (pathTemplate.split("/")[3] ?? "").replaceAll("-", "_");
}

/** Whether an operation lists the resource that a path belongs to. */
export function listsResourceOf(found: FoundOperation, pathTemplate: string): boolean {
  return found.operation["x-pagination"] !== undefined && resourceOf(found.pathTemplate) === resourceOf(pathTemplate);
}
