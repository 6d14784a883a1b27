import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Refusal, refusalBody } from "../refusal.ts";
import { ForeignKey } from "./authorize.ts";
import { callOf, recordCall } from "./call.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

/** Answers a failed request in the API's own words: Fastify's for invalid requests, the refusal's for everything else. */
export function answerError(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: SandboxParts,
): FastifyReply {
  const { unknowns } = parts.state.settings;
  const call = callOf(request);
  const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
  if (!(error instanceof ForeignKey)) recordCall(request, parts, status);
  if (status === 429 && unknowns.retryAfterSeconds !== null) {
    void reply.header("retry-after", String(unknowns.retryAfterSeconds));
  }
  void reply.code(status);
  if (status === 400 && call?.operation.id === "updateLeadInterestStatus") return reply.send({ error: error.message });
  return reply.send(refusalBody(status, messageOf(error, call?.operation.id, unknowns.deleteWithoutSelector)));
}

function messageOf(error: FastifyError | Refusal, operation: string | undefined, selectorText: string | null): string {
  if (error instanceof Refusal) return error.message;
  const lacksSelector = operation === "bulkDeleteLeads" && error.validation?.some(({ keyword }) => keyword === "anyOf");
  return lacksSelector && selectorText !== null ? selectorText : error.message;
}
