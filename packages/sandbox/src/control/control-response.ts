import { ApiError, errorBody } from "../api-error.ts";
import { closing } from "../server/error-response.ts";
import type { SandboxResponse } from "../server/exchange.ts";
import { readableResponse } from "../server/exchange.ts";

/** Browsers must neither guess a type, nor store a response, nor show it in another site. */
export const SAFE_HEADERS = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
} as const;

/** The error response of a control route. */
export function controlError(error: unknown, otherwise: number): SandboxResponse {
  const status = error instanceof ApiError ? error.status : otherwise;
  const message = error instanceof Error ? error.message : String(error);
  return readableResponse(status, errorBody(status, message), { ...SAFE_HEADERS, ...closing(error) });
}
