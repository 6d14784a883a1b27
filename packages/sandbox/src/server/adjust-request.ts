import { ApiError } from "../api-error.ts";
import { unknownFields } from "../journal/redact.ts";
import type { ServerContext } from "../server-context.ts";
import type { Call } from "./call.ts";

/**
 * Records unknown fields before validation removes them, and applies the options that change validation.
 *
 * @throws ApiError 400 for an unknown field of a closed body, as in the published document.
 */
export function adjustRequest(call: Call, { state }: ServerContext): void {
  const { operation, query, body } = call;
  const { mode, assumptions } = state.settings;
  const unknownInBody = unknownFields(body, operation.bodyFields);
  call.ignored = [...unknownFields(query, operation.queryFields), ...unknownInBody];
  if (mode === "document" && operation.bodyIsClosed && unknownInBody.length > 0) {
    throw new ApiError(400, "body must NOT have additional properties");
  }
  if (operation.cursorIn === null || assumptions.limitAbove100 === "refuse") return;
  const part = (operation.cursorIn === "body" ? body : query) as Record<string, unknown> | null;
  if (Number(part?.["limit"]) > 100 && part) {
    part["limit"] = 100;
    call.getsEmptyPage = true;
  }
}
