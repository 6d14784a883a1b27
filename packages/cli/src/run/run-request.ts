import type { ApiRequest, Effect, InstantlyClient } from "@modulex-instantly/client";
import { CommandError, interruptedError, usageError } from "../command-error.ts";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { ExitCode, exitCodeOf } from "../exit-code.ts";
import type { RunFlags } from "../flags/run-flags.ts";
import { askYesNo, assertCanAsk } from "../guard/ask.ts";
import { printPreview } from "../guard/preview.ts";
import { didYouMean } from "../nearest-name.ts";
import { print } from "../output/print.ts";
import { safeJson, safeLine } from "../output/safe-text.ts";
import { compileSelect } from "../output/select.ts";
import { captureRequest, formatRequest } from "./capture-request.ts";

/** The flags of `request`. */
export interface RequestFlags extends WorkspaceFlags, RunFlags {
  readonly param?: readonly string[] | undefined;
  readonly query?: readonly string[] | undefined;
  readonly body?: unknown;
  readonly effect?: string | undefined;
  readonly select?: string | undefined;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
/** What a call may do to the workspace. */
const EFFECTS: readonly Effect[] = ["read", "create", "update", "delete", "send"];

/**
 * Requests any route of the API, and prints the body of the response as JSON.
 *
 * @throws CommandError or InstantlyError with the exit code for every failure.
 */
export async function runRequest(
  context: CliContext,
  flags: RequestFlags,
  methodWord: string,
  path: string,
): Promise<void> {
  const select = flags.select === undefined ? undefined : await compileSelect(flags.select);
  const request = await readRequest(flags, methodWord, path);
  const effect = await effectOf(request);
  const asks = effect === "send" || effect === "delete";
  if (asks && !flags.dryRun) assertCanAsk(context, flags.yes, `request ${request.method}`);
  let invalid: unknown;
  const captured = await captureRequest((client) =>
    client.request(request).catch((error: unknown) => {
      invalid = error;
    }),
  );
  if (captured === undefined) throw failure(invalid);
  if (flags.dryRun) {
    await print(context.stdout, formatRequest(captured, context.stdout.isTTY ? "table" : "json"));
    return;
  }
  const workspace = await context.openWorkspace(flags, effect !== "read");
  try {
    if (asks && !flags.yes) {
      const body = captured.body === null ? [] : [["Body", JSON.stringify(captured.body, null, 2)] as const];
      const preview = {
        question:
          effect === "delete"
            ? "Send this request? It may delete something."
            : "Send this request? It may send emails.",
        lines: [
          ["Workspace", workspace.name] as const,
          ["Request", `${captured.method} ${captured.path}`] as const,
          ...body,
        ],
      };
      await printPreview(context, preview);
      if (!(await askYesNo(context, preview.question))) throw interruptedError();
    }
    const data = await send(workspace.client, { ...request, signal: context.signal });
    await print(context.stdout, `${safeJson(select === undefined ? (data ?? null) : select(data ?? null), 2)}\n`);
  } finally {
    await workspace.close();
  }
}

async function send(client: InstantlyClient, request: ApiRequest): Promise<unknown> {
  try {
    const { data } = await client.request(request);
    return data;
  } catch (error) {
    throw failure(error);
  }
}

async function readRequest(flags: RequestFlags, methodWord: string, path: string): Promise<ApiRequest> {
  const method = METHODS.find((name) => name === methodWord.toUpperCase());
  if (method === undefined) {
    throw usageError(
      `expected a method (${METHODS.join(", ")}), found "${methodWord}"${didYouMean(methodWord, METHODS)}`,
    );
  }
  const params = Object.fromEntries(pairsOf("--param", flags.param));
  const query: Record<string, unknown> = {};
  for (const [name, text] of pairsOf("--query", flags.query)) {
    // The client checks the types of parameters that it knows; in the query they look the same.
    const value = String(Number(text)) === text ? Number(text) : text;
    query[name] = Object.hasOwn(query, name) ? [query[name], value].flat() : value;
  }
  const { body } = flags;
  if (body !== undefined && (typeof body !== "object" || body === null)) {
    throw usageError("--body: expected a JSON object or array");
  }
  const effect = EFFECTS.find((name) => name === flags.effect);
  return {
    method,
    path,
    ...(flags.param?.length ? { params } : {}),
    ...(Object.keys(query).length > 0 ? { query } : {}),
    ...(body === undefined ? {} : { body }),
    ...(effect === undefined ? {} : { effect }),
  };
}

/** The names and values of a flag with `name=value`. */
function pairsOf(flag: string, given: readonly string[] = []): (readonly [name: string, value: string])[] {
  return given.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw usageError(`${flag}: expected name=value, found "${pair}"`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}

/** The effect of a route: of one that has a method in the client, or else what the flag says, as careful as possible. */
async function effectOf({ method, path, effect }: ApiRequest): Promise<Effect> {
  const { operations } = await import("@modulex-instantly/client");
  const known = Object.values(operations).find((operation) => {
    const pattern = operation.pathTemplate.replace(/\{[^}]+\}/g, "[^/]+");
    return operation.method === method && new RegExp(`^${pattern}/?$`).test(path);
  });
  return known?.effect ?? effect ?? (method === "GET" ? "read" : method === "DELETE" ? "delete" : "send");
}

function failure(thrown: unknown): CommandError {
  const {
    code = null,
    outcome = null,
    message,
  } = thrown as {
    readonly code?: Parameters<typeof exitCodeOf>[0];
    readonly outcome?: Parameters<typeof exitCodeOf>[1];
    readonly message: string;
  };
  const exitCode = exitCodeOf(code, outcome);
  const check =
    exitCode === ExitCode.unknownOutcome
      ? "\nIt is unknown whether this happened. Read what it would have changed, with `modulex-instantly request GET ...`, before you repeat it"
      : "";
  return new CommandError(`${safeLine(message)}${check}`, exitCode, { cause: thrown });
}
