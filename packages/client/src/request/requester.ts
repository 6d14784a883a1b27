import type { CallOptions } from "../call/call-options.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import { readOptions } from "../options/with-defaults.ts";
import { assertSafePathId } from "./path-id.ts";
import type { CallPath, CallSteps } from "./perform-call.ts";
import { performCall } from "./perform-call.ts";
import { queryString } from "./query-string.ts";
import { assertSafeBody, jsonText } from "./request-body.ts";

/** The parts of a request: an id in the path, a query, a JSON body. */
export interface RequestParts {
  readonly id?: unknown;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
}

/** Makes a call of an operation. */
export type Requester = <Data>(
  operation: Operation,
  parts: RequestParts,
  options?: CallOptions,
  repeatUnknown?: boolean,
  read?: CallSteps<Data>["read"],
) => Promise<Data>;

/** Creates the function with which every resource calls the API. */
export function requester(path: CallPath): Requester {
  return (operation, parts, options = {}, repeatUnknown = false, read = undefined) =>
    performCall(
      path,
      operation,
      options,
      {
        read,
        fill: (call) => {
          const { body } = parts;
          if (operation.cursorIn && typeof (parts.query ?? body) !== "object")
            throw invalidRequest("the query must be an object of fields", operation);
          const id = "id" in parts ? assertSafePathId(parts.id, operation) : "";
          const query = readOptions(
            () => queryString(parts.query, operation),
            (message) => invalidRequest(message, operation),
          );
          call.url = `${path.baseUrl}${operation.pathTemplate.replace("{id}", id)}${query}`;
          if ("body" in parts) call.body = assertSafeBody(operation, jsonText(body, operation), body, repeatUnknown);
        },
      },
      repeatUnknown,
    );
}
