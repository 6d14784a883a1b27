import { parse } from "node:querystring";
import type { Fault } from "../faults/fault.ts";
import type { Operation, OperationId } from "../operation.ts";
import type { OperationRequests } from "../operation-requests.gen.ts";
import type { Handler } from "../operations/handler.ts";
import { handlers } from "../operations/handlers.ts";
import { operations } from "../operations.gen.ts";
import { httpDate } from "../state/virtual-clock.ts";
import { adjustRequest } from "./adjust-request.ts";
import { authorize, ForeignKey } from "./authorize.ts";
import type { Call } from "./call.ts";
import { beginCall, recordCall } from "./call.ts";
import { errorResponse } from "./error-response.ts";
import type { Exchange, RequestHead, SandboxResponse, ServedRoute } from "./exchange.ts";
import { jsonResponse } from "./exchange.ts";
import { injectFault, strikesAfterCommit, wait } from "./inject-fault.ts";
import { hasBody, readBody } from "./read-body.ts";
import type { SandboxParts } from "./sandbox-parts.ts";
import { validateCall } from "./validate-call.ts";

type AnyRequest = Pick<OperationRequests[OperationId], "params" | "query" | "body">;

/** The routes of the API: who calls, what they sent, what goes wrong, and then the operation itself. */
export function operationRoutes(parts: SandboxParts): ServedRoute[] {
  return Object.values(operations).map((operation) => ({
    method: operation.method,
    path: operation.pathTemplate,
    open: (request, { id, query }) => openCall(operation, request, { id, query }, parts),
  }));
}

function openCall(
  operation: Operation,
  request: RequestHead,
  { id, query }: { id: string | undefined; query: string },
  parts: SandboxParts,
): Exchange | SandboxResponse {
  parts.catchUp();
  const call = beginCall(operation, id, query === "" ? {} : parse(query, "&", "=", { maxKeys: 0 }));
  const refuse = (error: unknown): SandboxResponse => {
    const response = errorResponse(error, call, parts);
    if (!(error instanceof ForeignKey)) recordCall(call, parts, response.status);
    return response;
  };
  try {
    authorize(request.headers, call, parts);
  } catch (error) {
    return refuse(error);
  }
  return {
    bodyLimit: hasBody(request) ? parts.state.settings.bodyLimit : undefined,
    refuse,
    abandon: () => recordCall(call, parts, null),
    finish: (bytes) => {
      try {
        call.body = readBody(request, bytes, parts.state.settings.mode);
        const response = answer(call, parts);
        return response instanceof Promise ? response.catch(refuse) : response;
      } catch (error) {
        return refuse(error);
      }
    },
  };
}

/** Carries out a call whose body was read; a fault that strikes before it takes effect answers instead. */
function answer(call: Call, parts: SandboxParts): SandboxResponse | Promise<SandboxResponse> {
  adjustRequest(call, parts);
  call.fault = parts.faults.take(call.operation.id);
  const fault = call.fault;
  if (fault === undefined || strikesAfterCommit(fault)) return perform(call, parts);
  if (fault.kind === "delay") return wait(fault.delayMs, parts).then(() => perform(call, parts));
  return struck(fault, jsonResponse(200, {}, dated(parts)), call, parts);
}

function perform(call: Call, parts: SandboxParts): SandboxResponse | Promise<SandboxResponse> {
  validateCall(call);
  const handler = handlers[call.operation.id] as Handler<OperationId>;
  const { status = 200, body, effects } = handler(call as unknown as AnyRequest, parts.state.scene(call.workspace));
  call.effects = effects;
  const response = jsonResponse(status, call.getsEmptyPage ? { items: [] } : body, dated(parts));
  const saved = effects > 0 ? parts.save() : undefined;
  const { fault } = call;
  if (saved === undefined && (fault === undefined || !strikesAfterCommit(fault))) {
    recordCall(call, parts, status);
    return response;
  }
  return finish(response, call, parts, saved);
}

async function finish(
  response: SandboxResponse,
  call: Call,
  parts: SandboxParts,
  saved: Promise<void> | undefined,
): Promise<SandboxResponse> {
  await saved;
  const { fault } = call;
  if (fault !== undefined && strikesAfterCommit(fault)) {
    if (fault.kind !== "delay") return struck(fault, response, call, parts);
    await wait(fault.delayMs, parts);
  }
  recordCall(call, parts, response.status);
  return response;
}

function struck(
  fault: Exclude<Fault, { kind: "delay" }>,
  response: SandboxResponse,
  call: Call,
  parts: SandboxParts,
): SandboxResponse {
  const injected = injectFault(fault, response);
  recordCall(call, parts, injected.breaksOff === undefined ? injected.status : null);
  return injected;
}

/** Whoever compares a time of an item with now needs the now of the same clock. */
function dated({ state }: SandboxParts): { date: string } {
  return { date: httpDate(state.world.clock.now) };
}
