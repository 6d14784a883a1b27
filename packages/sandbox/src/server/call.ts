import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "../api-error.ts";
import type { Fault } from "../faults/fault.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { redact, withoutKeys } from "../journal/redact.ts";
import type { ServerContext } from "../server-context.ts";
import type { Operation } from "../spec/operation.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { RequestHead, SandboxResponse } from "./exchange.ts";
import { pathOf, queryOf } from "./routes.ts";

const MAX_PATH_LENGTH = 80;

/** A key that is not a sandbox key. It is rejected and never logged. */
export class UnknownKeyError extends ApiError {}

/** An API call in progress. */
export interface Call {
  readonly operation: Operation;
  readonly params: { readonly id?: string };
  readonly query: Record<string, unknown>;
  body: unknown;
  keyName: string;
  workspace: Workspace | undefined;
  fault: Fault | undefined;
  ignored: readonly string[];
  /** Whether the response is an empty page because the `limit` is too high. */
  getsEmptyPage: boolean;
  effects: number;
  isRecorded: boolean;
  /** For the log: when it began in real time, and its headers. */
  readonly startedAt: number;
  readonly headers: IncomingHttpHeaders;
  /** For the log: the query, and the body once it was read. */
  readonly arrived: { readonly query: string; bytes: Uint8Array | undefined };
}

/** Creates a call. */
export function beginCall(
  operation: Operation,
  id: string | undefined,
  query: Record<string, unknown>,
  { headers, url }: Pick<RequestHead, "headers" | "url">,
): Call {
  return {
    operation,
    params: id === undefined ? {} : { id },
    query,
    body: undefined,
    keyName: "none",
    workspace: undefined,
    fault: undefined,
    ignored: [],
    getsEmptyPage: false,
    effects: 0,
    isRecorded: false,
    startedAt: performance.now(),
    headers,
    arrived: { query: queryOf(url), bytes: undefined },
  };
}

/**
 * Records a call in the journal and in the log, once.
 *
 * @param response undefined if none was sent.
 * @param refusal the error, if the call was refused.
 */
export function recordCall(
  call: Call,
  context: ServerContext,
  response: SandboxResponse | undefined,
  refusal?: unknown,
): void {
  const { journal, state, log, changes } = context;
  if (call.isRecorded) return;
  call.isRecorded = true;
  const { operation, keyName, workspace, effects, fault, ignored } = call;
  const query = redact(call.query, operation.queryFields);
  const body = redact(call.body, operation.bodyFields);
  const entry: { -readonly [Field in keyof JournalEntry]: JournalEntry[Field] } = {
    at: timestamp(state.database.clock.now),
    operation: operation.id,
    method: operation.method,
    path: shownPath(call),
    key: keyName,
    workspace: workspace?.id ?? state.workspaces.main,
    status: response?.status ?? null,
    effects,
  };
  if (fault !== undefined) entry.fault = fault.kind;
  if (query !== undefined) entry.query = query;
  if (body !== undefined) entry.body = body;
  if (ignored.length > 0) entry.ignored = ignored;
  // A key that is not one of the sandbox is never written anywhere.
  const isForeign = refusal instanceof UnknownKeyError;
  if (!isForeign) journal.record(entry);
  const details = isForeign ? { headers: {} } : { headers: call.headers, arrived: call.arrived };
  log.record(entry, call.startedAt, reasonOf(refusal, fault), { ...details, response });
  changes.noticed();
}

function reasonOf(refusal: unknown, fault: Fault | undefined): string | undefined {
  if (refusal instanceof Error) return refusal.message;
  if (refusal !== undefined) return String(refusal);
  return fault === undefined ? undefined : `A planned fault: ${fault.kind}`;
}

/** Records a request for an unknown route in the journal, without its body. Requests with an unknown key are not recorded. */
export function recordUnknownRoute(
  request: RequestHead,
  { journal, state, log, changes }: ServerContext,
  response: SandboxResponse,
  reason: string,
): void {
  const { authorization = "" } = request.headers;
  const key = /^Bearer +(sbx_\S+)$/i.exec(authorization)?.[1];
  if (key === undefined && authorization !== "") return;
  const entry: JournalEntry = {
    at: timestamp(state.database.clock.now),
    operation: null,
    method: request.method,
    path: withoutKeys(pathOf(request.url)).slice(0, MAX_PATH_LENGTH),
    key: key === undefined ? "none" : (state.keys.find(key)?.name ?? "unknown"),
    workspace: state.workspaces.main,
    status: response.status,
    effects: 0,
  };
  journal.record(entry);
  log.record(entry, performance.now(), reason, { headers: request.headers, response });
  changes.noticed();
}

function shownPath({ params: { id }, operation: { pathTemplate } }: Call): string {
  return id === undefined
    ? pathTemplate
    : pathTemplate.replace("{id}", encodeURIComponent(withoutKeys(id).slice(0, MAX_PATH_LENGTH)));
}
