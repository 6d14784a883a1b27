import type { FastifyRequest } from "fastify";
import { unknownFields } from "../journal/redact.ts";
import { Refusal } from "../refusal.ts";
import type { Call } from "./call.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

/** Set on a call whose limit was too high while such a call is answered with an empty page. */
const emptyPages = new WeakSet<FastifyRequest>();

/** Notes unknown fields before validation drops them, and follows the options that change validation. */
export function adjustRequest(request: FastifyRequest, call: Call, { state }: SandboxParts): void {
  const { operation } = call;
  const { mode, unknowns } = state.settings;
  call.ignored = [
    ...unknownFields(request.query, operation.queryFields),
    ...unknownFields(request.body, operation.bodyFields),
  ];
  if (mode === "document" && operation.bodyIsClosed && unknownFields(request.body, operation.bodyFields).length > 0) {
    throw new Refusal(400, "body must NOT have additional properties");
  }
  if (operation.cursorIn === null || unknowns.limitAbove100 === "refuse") return;
  const part = (operation.cursorIn === "body" ? request.body : request.query) as Record<string, unknown> | null;
  if (Number(part?.["limit"]) > 100 && part) {
    part["limit"] = 100;
    emptyPages.add(request);
  }
}

/** Whether the request is one that gets an empty page because its limit was too high. */
export function getsEmptyPage(request: FastifyRequest): boolean {
  return emptyPages.has(request);
}
