import { ApiError } from "../api-error.ts";
import { WorkspaceLimits } from "../limits/workspace-limits.ts";
import type { ServerContext } from "../server-context.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Call } from "./call.ts";
import { UnknownKeyError } from "./call.ts";
import type { RequestHead } from "./exchange.ts";

/**
 * Authenticates and authorises a call. Checks the key, the plan, the workspace, the scope and the rate limits, in this order.
 *
 * @throws UnknownKeyError for a key that does not start with `sbx_`.
 * @throws ApiError 401, 402, 403 or 429, as in the API.
 */
export function authorize({ headers, isInProcess }: RequestHead, call: Call, context: ServerContext): void {
  const key = bearer(headers.authorization);
  const known = context.state.keys.find(key);
  call.keyName = known?.name ?? "unknown";
  if (known === undefined || known.revoked) throw new ApiError(401, "Invalid API key");
  if (!known.paid) throw new ApiError(402, "Workspace does not have an active paid plan");
  call.workspace = workspaceOf(headers["x-as-workspace"], context, known.scopes);
  if (!call.operation.scopes.some((scope) => known.scopes.includes(scope))) {
    throw new ApiError(403, `Insufficient scope: one of ${call.operation.scopes.join(", ")} is needed`);
  }
  const { limits = isInProcess ? "off" : "real" } = context.state.settings;
  if (limits !== "off") admit(call, context, call.workspace, limits);
}

function bearer(header: string | undefined): string {
  if (header === undefined || header === "") throw new ApiError(401, "Missing Authorization header");
  const key = header.startsWith("Bearer sbx_") ? header.slice("Bearer ".length) : /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (key === undefined) throw new UnknownKeyError(401, "Invalid authorization header");
  if (!key.startsWith("sbx_")) {
    throw new UnknownKeyError(
      401,
      "This is a sandbox: it only accepts its own keys, which start with sbx_. The key was not logged.",
    );
  }
  return key;
}

function workspaceOf(
  id: string | string[] | undefined,
  { state }: ServerContext,
  scopes: readonly string[],
): Workspace {
  const wanted = typeof id === "string" && id !== "" ? id.toLowerCase() : state.workspaces.main;
  const isOther = wanted !== state.workspaces.main;
  const workspace = state.database.workspaces.get(wanted);
  if (workspace === undefined || (isOther && !scopes.includes("all:all"))) {
    throw new ApiError(403, "The key has no access to the workspace of x-as-workspace");
  }
  return workspace;
}

function admit(
  call: Call,
  { state, limits, realTime }: ServerContext,
  workspace: Workspace,
  by: "real" | "virtual",
): void {
  let limit = limits.get(workspace);
  if (limit === undefined) {
    limit = new WorkspaceLimits();
    limits.set(workspace, limit);
  }
  if (!limit.admit(call.operation, by === "real" ? realTime() : state.database.clock.now)) {
    throw new ApiError(429, "Rate limit exceeded");
  }
}
