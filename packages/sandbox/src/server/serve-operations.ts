import { parse } from "node:querystring";
import type { Fault } from "../faults/fault.ts";
import type { Handler } from "../operations/handler.ts";
import { handlers } from "../operations/handlers.gen.ts";
import type { ServerContext } from "../server-context.ts";
import type { Operation, OperationId } from "../spec/operation.ts";
import type { OperationRequests } from "../spec/operation-requests.gen.ts";
import { operations } from "../spec/operations.gen.ts";
import { httpDate } from "../state/virtual-clock.ts";
import { adjustRequest } from "./adjust-request.ts";
import { authorize } from "./authorize.ts";
import type { Call } from "./call.ts";
import { beginCall, recordCall } from "./call.ts";
import { errorResponse } from "./error-response.ts";
import type { Exchange, RequestHead, SandboxResponse, ServedRoute } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";
import { injectFault, isAfterCommit, wait } from "./inject-fault.ts";
import { hasBody, readBody } from "./read-body.ts";
import { validateCall } from "./validate-call.ts";

type AnyRequest = Pick<OperationRequests[OperationId], "params" | "query" | "body">;

/** The routes of the API: authorisation, validation, fault injection, and the handler of the operation. */
export function operationRoutes(context: ServerContext): ServedRoute[] {
  return Object.values(operations).map((operation) => ({
    method: operation.method,
    path: operation.pathTemplate,
    open: (request, { id, query }) => openCall(operation, request, { id, query }, context),
  }));
}

function openCall(
  operation: Operation,
  request: RequestHead,
  { id, query }: { id: string | undefined; query: string },
  context: ServerContext,
): Exchange | SandboxResponse {
  context.catchUp();
  const call = beginCall(operation, id, query === "" ? {} : parse(query, "&", "=", { maxKeys: 0 }), request);
  const refuse = (error: unknown): SandboxResponse => {
    const response = errorResponse(error, call, context);
    recordCall(call, context, response, error);
    return response;
  };
  try {
    authorize(request, call, context);
  } catch (error) {
    return refuse(error);
  }
  return {
    bodyLimit: hasBody(request) ? context.state.settings.bodyLimit : undefined,
    refuse,
    abandon: () => recordCall(call, context, undefined),
    finish: (bytes) => {
      try {
        call.arrived.bytes = bytes;
        call.body = readBody(request, bytes, context.state.settings.mode);
        const response = handleCall(call, context);
        return response instanceof Promise ? response.catch(refuse) : response;
      } catch (error) {
        return refuse(error);
      }
    },
  };
}

/** Handles a call after its body is read. A fault before the commit replaces the response of the handler. */
function handleCall(call: Call, context: ServerContext): SandboxResponse | Promise<SandboxResponse> {
  adjustRequest(call, context);
  call.fault = context.faults.take(call.operation.id);
  const fault = call.fault;
  if (fault === undefined || isAfterCommit(fault)) return runHandler(call, context);
  if (fault.kind === "delay") return wait(fault.delayMs, context).then(() => runHandler(call, context));
  return respondWithFault(fault, jsonResponse(200, {}, dateHeader(context)), call, context);
}

function runHandler(call: Call, context: ServerContext): SandboxResponse | Promise<SandboxResponse> {
  validateCall(call);
  if (call.operation.effect !== "read") context.changes.changed();
  const handler = handlers[call.operation.id] as Handler<OperationId>;
  const { status = 200, body, effects } = handler(call as unknown as AnyRequest, context.state.context(call.workspace));
  call.effects = effects;
  const response = jsonResponse(status, call.getsEmptyPage ? { items: [] } : body, dateHeader(context));
  const saved = effects > 0 ? context.save() : undefined;
  const { fault } = call;
  if (saved === undefined && (fault === undefined || !isAfterCommit(fault))) {
    recordCall(call, context, response);
    return response;
  }
  return finishCall(response, call, context, saved);
}

async function finishCall(
  response: SandboxResponse,
  call: Call,
  context: ServerContext,
  saved: Promise<void> | undefined,
): Promise<SandboxResponse> {
  await saved;
  const { fault } = call;
  if (fault !== undefined && isAfterCommit(fault)) {
    if (fault.kind !== "delay") return respondWithFault(fault, response, call, context);
    await wait(fault.delayMs, context);
  }
  recordCall(call, context, response);
  return response;
}

function respondWithFault(
  fault: Exclude<Fault, { kind: "delay" }>,
  response: SandboxResponse,
  call: Call,
  context: ServerContext,
): SandboxResponse {
  const injected = injectFault(fault, response);
  recordCall(call, context, injected.disconnect === undefined ? injected : undefined);
  return injected;
}

/** The `Date` header has the virtual time, so that callers can compare it with the times of items. */
function dateHeader({ state }: ServerContext): { date: string } {
  return { date: httpDate(state.database.clock.now) };
}
