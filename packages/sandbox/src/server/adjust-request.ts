import { unknownFields } from "../journal/redact.ts";
import { Refusal } from "../refusal.ts";
import type { Call } from "./call.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

/**
 * Notes unknown fields before validation drops them, and follows the options that change validation.
 *
 * @throws Refusal 400 for an unknown field of a closed body, as the published document says.
 */
export function adjustRequest(call: Call, { state }: SandboxParts): void {
  const { operation, query, body } = call;
  const { mode, unknowns } = state.settings;
  const unknownInBody = unknownFields(body, operation.bodyFields);
  call.ignored = [...unknownFields(query, operation.queryFields), ...unknownInBody];
  if (mode === "document" && operation.bodyIsClosed && unknownInBody.length > 0) {
    throw new Refusal(400, "body must NOT have additional properties");
  }
  if (operation.cursorIn === null || unknowns.limitAbove100 === "refuse") return;
  const part = (operation.cursorIn === "body" ? body : query) as Record<string, unknown> | null;
  if (Number(part?.["limit"]) > 100 && part) {
    part["limit"] = 100;
    call.getsEmptyPage = true;
  }
}
