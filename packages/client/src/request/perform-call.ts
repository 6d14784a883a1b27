import { assertSignal } from "../call/assert-signal.ts";
import type { Call, CallHandler } from "../call/call.ts";
import { createCallId } from "../call/call-id.ts";
import type { CallOptions, IterateOptions, RepeatableCallOptions } from "../call/call-options.ts";
import type { CallEvent } from "../call/hooks.ts";
import { assertHooks } from "../call/hooks.ts";
import type { Observer } from "../call/observer.ts";
import { quietly } from "../call/observer.ts";
import type { InstantlyError } from "../errors/instantly-error.ts";
import { invalidRequest } from "../errors/invalid-request.ts";
import type { Operation } from "../operations/operation.ts";
import type { ResolvedTimeouts } from "../options/timeouts.ts";
import { assertKnownNames, readOptions, withDefaults } from "../options/with-defaults.ts";
import { keepResponse } from "../response/response-of.ts";

/** What all calls of a client share. */
export interface CallPath {
  readonly baseUrl: string;
  readonly timeouts: ResolvedTimeouts;
  readonly observe: Observer;
  readonly send: CallHandler;
}

/** The steps of a call that depend on how it is made. */
export interface CallSteps<Result> {
  /** Sets the URL and the body of the call. It throws if they are invalid. */
  readonly fill: (call: Call) => void | Promise<void>;
  /** Converts the parsed body. It throws if the body cannot be used. */
  readonly read?: ((data: unknown, call: Call) => Result) | undefined;
}

/** The options of all calls. The calls of an iteration also receive its options. */
export const CALL_OPTIONS: Readonly<Record<keyof (IterateOptions & RepeatableCallOptions), true>> = {
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

/**
 * Makes a call and reports its start and its end, also if its arguments are rejected. Its deadline is measured from here.
 *
 * @throws InstantlyError `invalid_request`, which names an invalid argument or option; any error of the call.
 */
export async function performCall<Result>(
  { timeouts, observe, send }: CallPath,
  operation: Operation,
  options: CallOptions,
  { fill, read }: CallSteps<Result>,
  repeatUnknown = false,
): Promise<Result> {
  const startedAt = performance.now();
  const call: Call = {
    id: createCallId(),
    operation,
    url: "",
    priority: "interactive",
    timeouts,
    repeatUnknown,
    startedAt,
    deadlineAt: startedAt,
    attempts: 0,
  };
  // So that these hooks also see that another option is rejected.
  quietly(() => {
    call.hooks = options.hooks;
  });
  observe("onStart", call);
  let end: Pick<CallEvent, "code" | "outcome"> = { outcome: operation.effect === "read" ? "none" : "applied" };
  try {
    const filling = fill(call);
    // Without waiting if possible, so that calls take their slots in the order in which they were made.
    if (filling) await filling;
    applyOptions(call, options);
    const data = await send(call);
    keepResponse(data, call.response);
    return read ? keepResponse(read(data, call), call.response) : (data as Result);
  } catch (thrown) {
    const { code, outcome } = Object(thrown) as Partial<InstantlyError>;
    end = { code, outcome };
    throw keepResponse(thrown, call.response);
  } finally {
    observe("onEnd", call, { status: call.response?.status, durationMs: performance.now() - startedAt, ...end });
  }
}

/** Reports the start and the end of a call whose arguments were rejected before its route was known. */
export function rejectCall(path: CallPath, options: unknown, thrown: unknown, known?: Operation): Promise<never> {
  const { operation: id = "request", method = "", pathTemplate = "" } = thrown as InstantlyError;
  const route = known ?? { id, method: method as "GET", pathTemplate, effect: "read" };
  const fill = () => {
    throw thrown;
  };
  return performCall<never>(path, route, options as CallOptions, { fill });
}

function applyOptions(call: Call, given: CallOptions): void {
  const createError = (message: string) => invalidRequest(message, call.operation);
  const checked = readOptions(() => checkedOptions(call, given, createError), createError);
  Object.assign(call, checked, { deadlineAt: call.startedAt + checked.timeouts.overallMs });
}

function checkedOptions({ operation, timeouts }: Call, options: CallOptions, createError: (message: string) => Error) {
  assertKnownNames("options", options, CALL_OPTIONS, createError);
  const { signal, priority = "interactive", hooks, retryUnknown }: RepeatableCallOptions = options;
  const limits = withDefaults("timeouts", timeouts, options.timeouts);
  assertHooks(hooks, createError);
  if (signal !== undefined && signal !== null) assertSignal(signal, operation);
  if (priority !== "interactive" && priority !== "bulk") throw createError('priority must be "interactive" or "bulk"');
  if (retryUnknown !== undefined && typeof retryUnknown !== "boolean")
    throw createError("retryUnknown must be true or false");
  return { signal: signal ?? undefined, priority, hooks, timeouts: limits };
}
