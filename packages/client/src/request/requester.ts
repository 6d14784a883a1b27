import type { Call, CallHandler } from "../call/call.ts";
import type { CallOptions, IterateOptions, RepeatableCallOptions } from "../call/call-options.ts";
import { assertHooks } from "../call/hooks.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import type { ResolvedTimeouts } from "../options/timeouts.ts";
import { assertKnownNames, readOptions, withDefaults } from "../options/with-defaults.ts";
import { assertSafePathId } from "./path-id.ts";
import { queryString } from "./query-string.ts";
import { assertSafeBody, jsonText } from "./request-body.ts";

/** What a call sends: an id in the path, a query, a JSON body. */
export interface RequestParts {
  readonly id?: unknown;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
}

/** Carries out a call of an operation. */
export type Requester = <Data>(
  operation: Operation,
  parts: RequestParts,
  options?: CallOptions,
  repeatUnknown?: boolean,
) => Promise<Data>;

/** Every option that some call takes; those of an iteration come along with each of its pages. */
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

/** Builds the function through which every resource calls the API. */
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
    return (await send(createCall(operation, url, body, timeouts, options, repeatUnknown))) as Data;
  };
}

/**
 * Begins a call: its deadline runs from here.
 *
 * @throws InstantlyError `invalid_request` naming the option that cannot be used.
 */
export function createCall(
  operation: Operation,
  url: string,
  body: string | undefined,
  timeouts: ResolvedTimeouts,
  options: CallOptions,
  repeatUnknown = false,
): Call {
  const refuse = (message: string) => invalidRequest(message, operation);
  const read = () => checkedCallOptions(operation, timeouts, options, refuse);
  const { signal, priority, hooks, limits } = readOptions(read, refuse);
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
  refuse: (message: string) => Error,
) {
  assertKnownNames("options", options, OPTIONS, refuse);
  const { signal, priority = "interactive", hooks, retryUnknown }: RepeatableCallOptions = options;
  const limits = withDefaults("timeouts", timeouts, options.timeouts);
  assertHooks(hooks, refuse);
  if (signal !== undefined && signal !== null) assertSignal(signal, operation);
  if (priority !== "interactive" && priority !== "bulk") throw refuse('priority must be "interactive" or "bulk"');
  if (retryUnknown !== undefined && typeof retryUnknown !== "boolean")
    throw refuse("retryUnknown must be true or false");
  return { signal, priority, hooks, limits };
}

/** Refuses what is no signal, such as the controller of one. */
export function assertSignal(signal: AbortSignal, operation?: Operation): void {
  if (typeof signal.aborted !== "boolean" || typeof signal.addEventListener !== "function") {
    throw invalidRequest("signal must be an AbortSignal", operation);
  }
}
