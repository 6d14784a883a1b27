import type { Operation } from "../operations/operation.ts";
import { operationName } from "../operations/operation.ts";
import { InstantlyError, withoutEffect } from "./instantly-error.ts";

/** Creates the error for arguments that are rejected before anything is sent. */
export function invalidRequest(message: string, operation?: Operation): InstantlyError {
  const error = new InstantlyError(operation ? `${operationName(operation)}: ${message}` : message, {
    code: "invalid_request",
    operation: operation?.id,
    method: operation?.method,
    pathTemplate: operation?.pathTemplate,
    outcome: "not_sent",
  });
  return withoutEffect(error);
}

/** Rejects options that are not an object, so that null is not treated as "no options". */
export function assertOptions(options: unknown, operation: Operation): void {
  if (typeof options !== "object" || options === null) throw invalidRequest("options must be an object", operation);
}
