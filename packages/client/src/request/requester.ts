import { assertSignal } from "../call/assert-signal.ts";
import type { Call, CallHandler } from "../call/call.ts";
import type { CallOptions, IterateOptions, RepeatableCallOptions } from "../call/call-options.ts";
import { assertHooks } from "../call/hooks.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import type { ResolvedTimeouts } from "../options/timeouts.ts";
import { assertKnownNames, readOptions, withDefaults } from "../options/with-defaults.ts";
import { keepResponse } from "../response/response-of.ts";
import { assertSafePathId } from "./path-id.ts";
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
) => Promise<Data>;

/** The options of all calls. The calls of an iteration also receive its options. */
const OPTIONS: Readonly<Record<keyof (IterateOptions & RepeatableCallOptions), true>> = {
  signal: true,
  timeouts: true,
  priority: true,
  hooks: true,
  retryUnknown: true,
  maxItems: true,
  maxPages: true,
  maxEmptyPages: true,
  startingAfter: true,
  prefetch: true,
};

/** Creates the function with which every resource calls the API. */
export function requester(baseUrl: string, timeouts: ResolvedTimeouts, send: CallHandler): Requester {
  return async <Data>(operation: Operation, parts: RequestParts, options: CallOptions = {}, repeatUnknown = false) => {
    const id = "id" in parts ? assertSafePathId(parts.id, operation) : "";
    const query = readOptions(
      () => queryString(parts.query, operation),
      (message) => invalidRequest(message, operation),
    );
    const url = `${baseUrl}${operation.pathTemplate.replace("{id}", id)}${query}`;
    const { body: given } = parts;
    const body =
      "body" in parts ? assertSafeBody(operation, jsonText(given, operation), given, repeatUnknown) : undefined;
    const call = createCall(operation, url, body, timeouts, options, repeatUnknown);
    return (await keepResponse(call, send(call))) as Data;
  };
}

/**
 * Creates a call. Its deadline is measured from here.
 *
 * @throws InstantlyError `invalid_request`, which names the invalid option.
 */
export function createCall(
  operation: Operation,
  url: string,
  body: string | undefined,
  timeouts: ResolvedTimeouts,
  options: CallOptions,
  repeatUnknown = false,
): Call {
  const createError = (message: string) => invalidRequest(message, operation);
  const read = () => checkedCallOptions(operation, timeouts, options, createError);
  const { signal, priority, hooks, limits } = readOptions(read, createError);
  const startedAt = performance.now();
  return {
    operation,
    url,
    body,
    signal: signal ?? undefined,
    priority,
    timeouts: limits,
    hooks,
    repeatUnknown,
    startedAt,
    deadlineAt: startedAt + limits.overallMs,
    attempts: 0,
    open: undefined,
    response: undefined,
  };
}

function checkedCallOptions(
  operation: Operation,
  timeouts: ResolvedTimeouts,
  options: CallOptions,
  createError: (message: string) => Error,
) {
  assertKnownNames("options", options, OPTIONS, createError);
  const { signal, priority = "interactive", hooks, retryUnknown }: RepeatableCallOptions = options;
  const limits = withDefaults("timeouts", timeouts, options.timeouts);
  assertHooks(hooks, createError);
  if (signal !== undefined && signal !== null) assertSignal(signal, operation);
  if (priority !== "interactive" && priority !== "bulk") throw createError('priority must be "interactive" or "bulk"');
  if (retryUnknown !== undefined && typeof retryUnknown !== "boolean")
    throw createError("retryUnknown must be true or false");
  return { signal, priority, hooks, limits };
}
