import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchemaCompiler } from "fastify";
import type { Fault } from "../faults/fault.ts";
import type { Operation, OperationId } from "../operation.ts";
import type { OperationRequests } from "../operation-requests.gen.ts";
import type { Handler } from "../operations/handler.ts";
import { handlers } from "../operations/handlers.ts";
import { operations } from "../operations.gen.ts";
import { requestValidators } from "../request-validators.gen.ts";
import { adjustRequest, getsEmptyPage } from "./adjust-request.ts";
import { authorize } from "./authorize.ts";
import { befall, strikesAfterCommit, wait } from "./befall.ts";
import { beginCall, callOf, recordCall } from "./call.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

/** Adds the routes of the API: who calls, what they sent, what goes wrong, and then the operation itself. */
export function serveOperations(app: FastifyInstance, parts: SandboxParts): void {
  for (const operation of Object.values(operations)) {
    const validators = requestValidators[operation.id];
    const schema = Object.fromEntries(Object.keys(validators).map((part) => [part, { type: "object" }]));
    const validatorCompiler: FastifySchemaCompiler<unknown> = ({ httpPart }) => {
      const validate = validators[httpPart as keyof typeof validators];
      return validate ?? (() => true);
    };
    app.route({
      method: operation.method,
      url: operation.pathTemplate.replaceAll(/\{(\w+)\}/g, ":$1"),
      schema,
      validatorCompiler,
      onRequest: (request, reply, done) => {
        parts.catchUp();
        // Whoever compares a time of an item with now needs the now of the same clock.
        void reply.header("date", new Date(parts.state.world.clock.now).toUTCString());
        authorize(request.headers, beginCall(request, operation), parts);
        done();
      },
      preValidation: (request, reply, done) => strikeBefore(request, reply, parts, done),
      handler: (request, reply) => perform(operation, request, reply, parts),
    });
  }
}

/** Runs before validation: a fault that strikes before the call takes effect answers here. */
function strikeBefore(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: SandboxParts,
  goOn: (error?: Error) => void,
): void {
  const fault = faultBefore(request, parts);
  if (fault === undefined) goOn();
  else if (fault.kind === "delay") wait(fault.delayMs, parts).then(() => goOn(), goOn);
  else {
    const answer = { status: 200, body: {} };
    recordCall(request, parts, befall(fault, { request, reply, parts, answer }));
  }
}

function faultBefore(request: FastifyRequest, parts: SandboxParts): Fault | undefined {
  const call = callOf(request);
  if (call === undefined) return undefined;
  adjustRequest(request, call, parts);
  call.fault = parts.faults.take(call.operation.id);
  return call.fault === undefined || strikesAfterCommit(call.fault) ? undefined : call.fault;
}

function perform(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: SandboxParts,
): FastifyReply | Promise<FastifyReply> {
  const call = callOf(request);
  const asked = { params: request.params, query: request.query, body: request.body };
  const handler = handlers[operation.id] as Handler<OperationId>;
  const { status = 200, body, effects } = handler(asked as AnyRequest, parts.state.scene(call?.workspace));
  if (call !== undefined) call.effects = effects;
  const answer = { status, body: getsEmptyPage(request) ? { items: [] } : body };
  const saved = effects > 0 ? parts.save() : undefined;
  const fault = call?.fault;
  if (saved === undefined && (fault === undefined || !strikesAfterCommit(fault))) {
    recordCall(request, parts, status);
    return reply.code(status).send(answer.body);
  }
  return finish(answer, { request, reply, parts, saved });
}

type AnyRequest = Pick<OperationRequests[OperationId], "params" | "query" | "body">;

async function finish(
  answer: { status: number; body: unknown },
  {
    request,
    reply,
    parts,
    saved,
  }: {
    request: FastifyRequest;
    reply: FastifyReply;
    parts: SandboxParts;
    saved: Promise<void> | undefined;
  },
): Promise<FastifyReply> {
  await saved;
  const fault = callOf(request)?.fault;
  if (fault !== undefined && strikesAfterCommit(fault)) {
    if (fault.kind === "delay") await wait(fault.delayMs, parts);
    else {
      recordCall(request, parts, befall(fault, { request, reply, parts, answer }));
      return reply;
    }
  }
  recordCall(request, parts, answer.status);
  return reply.code(answer.status).send(answer.body);
}
