import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Fault } from "../faults/fault.ts";
import { Refusal, refusalBody } from "../refusal.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

const HTML =
  "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>The edge is having a bad day</h1></body></html>";

/** Tells the in-process fetch what a socket would have shown. */
export const DROP_HEADER = "x-sandbox-connection";

/** Whether a fault strikes after the call took effect. */
export function strikesAfterCommit(fault: Fault): boolean {
  if (fault.kind === "drop_after_commit" || fault.kind === "truncated_body") return true;
  if (fault.kind === "delay") return fault.when === "after_commit";
  return (fault.kind === "status" || fault.kind === "html_page") && fault.afterCommit === true;
}

/**
 * Waits out a delay in real time.
 *
 * @throws Refusal 503 when the sandbox closes meanwhile.
 */
export async function wait(milliseconds: number, { closing }: SandboxParts): Promise<void> {
  await sleep(milliseconds, undefined, { signal: closing }).catch(() => {
    throw new Refusal(503, "The sandbox was closed");
  });
}

/** Answers with the fault. Returns the status that was sent, or null when the caller gets no whole answer. */
export function befall(
  fault: Exclude<Fault, { kind: "delay" }>,
  { request, reply, parts, answer }: Strike,
): number | null {
  if (fault.kind === "drop_before_commit" || fault.kind === "drop_after_commit") {
    drop(request, reply, parts);
    return null;
  }
  if (fault.kind === "truncated_body") {
    truncate(request, reply, parts, answer);
    return null;
  }
  if (fault.kind === "html_page") {
    const status = fault.status ?? 502;
    void reply.code(status).type("text/html; charset=utf-8").send(HTML);
    return status;
  }
  const status = fault.kind === "rate_limit_storm" ? 429 : fault.status;
  if (fault.retryAfter !== undefined) void reply.header("retry-after", fault.retryAfter);
  const message = fault.kind === "rate_limit_storm" ? "Rate limit exceeded" : (fault.message ?? "Planned fault");
  void reply.code(status).send(refusalBody(status, message));
  return status;
}

/** A request that a fault befalls, and the answer it would have had. */
export interface Strike {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly parts: SandboxParts;
  readonly answer: { readonly status: number; readonly body: unknown };
}

/** Whether the request came through the in-process fetch. */
export function isInProcess(request: FastifyRequest, { inProcessToken }: SandboxParts): boolean {
  return request.headers[DROP_HEADER] === inProcessToken;
}

function drop(request: FastifyRequest, reply: FastifyReply, parts: SandboxParts): void {
  if (isInProcess(request, parts)) {
    void reply.header(DROP_HEADER, "dropped").send("");
    return;
  }
  reply.hijack();
  request.raw.socket.destroy();
}

function truncate(request: FastifyRequest, reply: FastifyReply, parts: SandboxParts, answer: Strike["answer"]): void {
  const body = Buffer.from(JSON.stringify(answer.body));
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (isInProcess(request, parts)) {
    void reply.code(answer.status).header(DROP_HEADER, "truncated").type("application/json; charset=utf-8").send(half);
    return;
  }
  reply.hijack();
  reply.raw.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
  });
  reply.raw.write(half, () => request.raw.socket.destroy());
}
