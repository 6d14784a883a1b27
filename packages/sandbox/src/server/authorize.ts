import type { IncomingHttpHeaders } from "node:http";
import { WorkspaceLimits } from "../limits/workspace-limits.ts";
import { Refusal } from "../refusal.ts";
import type { Workspace } from "../state/workspace.ts";
import type { Call } from "./call.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

/** A key that is not the sandbox's: refused, and never written down anywhere. */
export class ForeignKey extends Refusal {}

/**
 * Finds out who calls and whether they may: the key, the plan, the scope, the workspace and its limits, in that order.
 *
 * @throws ForeignKey for a key that does not begin with `sbx_`.
 * @throws Refusal 401, 402, 403 or 429 as the API would.
 */
export function authorize(headers: IncomingHttpHeaders, call: Call, parts: SandboxParts): void {
  const key = bearer(headers.authorization);
  const known = parts.state.keys.find(key);
  call.keyName = known?.name ?? "unknown";
  if (known === undefined || known.revoked) throw new Refusal(401, "Invalid API key");
  if (!known.paid) throw new Refusal(402, "Workspace does not have an active paid plan");
  call.workspace = workspaceOf(headers["x-as-workspace"], parts, known.scopes);
  if (!call.operation.scopes.some((scope) => known.scopes.includes(scope))) {
    throw new Refusal(403, `Insufficient scope: one of ${call.operation.scopes.join(", ")} is needed`);
  }
  admit(call, parts, call.workspace);
}

function bearer(header: string | undefined): string {
  if (header === undefined || header === "") throw new Refusal(401, "Missing Authorization header");
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (key === undefined) throw new ForeignKey(401, "Invalid authorization header");
  if (!key.startsWith("sbx_")) {
    throw new ForeignKey(
      401,
      "This is a sandbox: it takes only its own keys, which begin with sbx_. Nothing was logged.",
    );
  }
  return key;
}

function workspaceOf(id: string | string[] | undefined, { state }: SandboxParts, scopes: readonly string[]): Workspace {
  const wanted = typeof id === "string" && id !== "" ? id.toLowerCase() : state.workspaces.main;
  const isOther = wanted !== state.workspaces.main;
  const workspace = state.world.workspaces.get(wanted);
  if (workspace === undefined || (isOther && !scopes.includes("all:all"))) {
    throw new Refusal(403, "The key does not reach the workspace that x-as-workspace names");
  }
  return workspace;
}

function admit(call: Call, { state, limits, wallClock }: SandboxParts, workspace: Workspace): void {
  const by = state.settings.limits;
  if (by === "off") return;
  let limit = limits.get(workspace);
  if (limit === undefined) {
    limit = new WorkspaceLimits();
    limits.set(workspace, limit);
  }
  if (!limit.admit(call.operation, by === "real" ? wallClock() : state.world.clock.now)) {
    throw new Refusal(429, "Rate limit exceeded");
  }
}
