import type { InstantlyClient } from "@modulex-instantly/client";
import { isInstantlyError } from "@modulex-instantly/client";
import { actionCommands } from "../catalog/action-command.ts";
import { CommandError } from "../command-error.ts";
import type { CliContext, OpenWorkspace, WorkspaceFlags } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { ExitCode as Code, exitCodeOf } from "../exit-code.ts";
import { print } from "../output/print.ts";
import { safeJson, safeLine } from "../output/safe-text.ts";

/** One line of the report. */
interface Finding {
  readonly check: string;
  readonly state: "ok" | "warning" | "failed";
  readonly detail: string;
  readonly exitCode?: ExitCode;
}

/** A clock that is further off makes times in filters and reports wrong. */
const MAX_SKEW_MS = 60_000;

/**
 * Checks the key, its scopes, the connection, the clock and the limits, and prints a line for each. It only reads.
 *
 * @throws CommandError with the exit code of the first check that failed.
 */
export async function runDoctor(
  context: CliContext,
  flags: WorkspaceFlags & { readonly json?: boolean | undefined },
): Promise<void> {
  const findings: Finding[] = [];
  const workspace = await context.openWorkspace(flags, false);
  try {
    findings.push({ check: "key", state: "ok", detail: `from ${sourceOf(workspace.name)}` });
    findings.push(...(await checkApi(workspace, context.signal)));
  } finally {
    await workspace.close();
  }
  const text = flags.json
    ? `${safeJson(
        findings.map(({ check, state, detail }) => ({ check, state, detail })),
        2,
      )}\n`
    : findings.map(({ check, state, detail }) => `${MARKS[state]} ${check}: ${safeLine(detail)}\n`).join("");
  await print(context.stdout, text);
  const failed = findings.find(({ exitCode }) => exitCode !== undefined);
  if (failed?.exitCode !== undefined)
    throw new CommandError(`${failed.check}: ${safeLine(failed.detail)}`, failed.exitCode);
}

const MARKS: Readonly<Record<Finding["state"], string>> = { ok: "ok     ", warning: "warning", failed: "failed " };

function sourceOf(name: string): string {
  if (name === "environment") return "INSTANTLY_API_KEY";
  return name === "stdin" || name === "sandbox" ? name : `the profile ${name}`;
}

async function checkApi({ client, name }: OpenWorkspace, signal: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  let response: { readonly headers: Readonly<Record<string, string>> } | undefined;
  const startedAt = performance.now();
  try {
    response = await client.request({ method: "GET", path: "/api/v2/campaigns", query: { limit: 1 }, signal });
    const tookMs = Math.round(performance.now() - startedAt);
    findings.push({ check: "connection", state: "ok", detail: `a response after ${tookMs} ms` });
  } catch (error) {
    if (!isInstantlyError(error)) throw error;
    const exitCode = exitCodeOf(error.code, error.outcome);
    const isReached = error.status !== undefined;
    if (isReached) findings.push({ check: "connection", state: "ok", detail: "the API responds" });
    // A key may lack the scope of campaigns.
    if (error.code !== "forbidden") {
      const check = isReached ? "access" : "connection";
      return [...findings, { check, state: "failed", detail: error.message, exitCode }];
    }
  }
  findings.push(...(await checkScopes(client, signal)));
  if (response === undefined) return findings;
  // The clock of the sandbox only moves on request.
  if (name !== "sandbox") findings.push(clockFinding(response.headers["date"]));
  findings.push(limitFinding(response.headers));
  return findings;
}

/** Tries every action that reads and needs no input. Scopes for writes cannot be tested without a write. */
async function checkScopes(client: InstantlyClient, signal: AbortSignal): Promise<Finding[]> {
  const { getAction } = await import("@modulex-instantly/actions");
  const findings: Finding[] = [];
  for (const { action, parameters, group, verb } of actionCommands()) {
    if (action.effect !== "read" || parameters.some(({ isRequired }) => isRequired)) continue;
    const check = `${group} ${verb}`;
    let status: number | null = null;
    const { success, error } = await getAction(action.name as Parameters<typeof getAction>[0]).run(
      { limit: 1 } as never,
      {
        client,
        signal,
        onResult: (result) => {
          status = result.status;
        },
      },
    );
    if (success) findings.push({ check, state: "ok", detail: "the key may read them" });
    else if (status === 403) {
      findings.push({ check, state: "warning", detail: `the key lacks a scope: one of ${action.scopes.join(", ")}` });
    } else {
      findings.push({
        check,
        state: "failed",
        detail: String(error),
        exitCode: status === 401 ? Code.auth : Code.network,
      });
    }
  }
  findings.push({
    check: "writes",
    state: "ok",
    detail: "not tested, because a test would write; --help of a command names its scopes",
  });
  return findings;
}

function clockFinding(date: string | undefined): Finding {
  const server = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server))
    return { check: "clock", state: "warning", detail: "the response has no date to compare with" };
  const skewMs = Date.now() - server;
  // The date has whole seconds.
  const detail = `${Math.abs(Math.round(skewMs / 1000))} s ${skewMs < 0 ? "behind" : "ahead of"} the API`;
  return { check: "clock", state: Math.abs(skewMs) > MAX_SKEW_MS ? "warning" : "ok", detail };
}

function limitFinding(headers: Readonly<Record<string, string>>): Finding {
  const named = Object.entries(headers).filter(([name]) => /rate-?limit|retry-after/.test(name));
  const found = named.map(([name, value]) => `${name}: ${value}`).join(", ");
  const detail = "this command stays within 100 requests a second, 6,000 a minute, and 20 a minute for lists of emails";
  return { check: "limits", state: "ok", detail: found === "" ? detail : `${detail}; the API says ${found}` };
}
