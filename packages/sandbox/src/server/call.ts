import type { Fault } from "../faults/fault.ts";
import type { JournalEntry } from "../journal/journal.ts";
import { redact, withoutKeys } from "../journal/redact.ts";
import type { ServerContext } from "../server-context.ts";
import type { Operation } from "../spec/operation.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { RequestHead } from "./exchange.ts";
import { pathOf } from "./routes.ts";

const MAX_PATH_LENGTH = 80;

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
}

/** Creates a call. */
export function beginCall(operation: Operation, id: string | undefined, query: Record<string, unknown>): Call {
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
  };
}

/** Records a call in the journal, once. A null status means that no response was sent. */
export function recordCall(call: Call, { journal, state }: ServerContext, status: number | null): void {
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
    status,
    effects,
  };
  if (fault !== undefined) entry.fault = fault.kind;
  if (query !== undefined) entry.query = query;
  if (body !== undefined) entry.body = body;
  if (ignored.length > 0) entry.ignored = ignored;
  journal.record(entry);
}

/** Records a request for an unknown route in the journal, without its body. Requests with an unknown key are not recorded. */
export function recordUnknownRoute(request: RequestHead, { journal, state }: ServerContext, status: number): void {
  const { authorization = "" } = request.headers;
  const key = /^Bearer +(sbx_\S+)$/i.exec(authorization)?.[1];
  if (key === undefined && authorization !== "") return;
  journal.record({
    at: timestamp(state.database.clock.now),
    operation: null,
    method: request.method,
    path: withoutKeys(pathOf(request.url)).slice(0, MAX_PATH_LENGTH),
    key: key === undefined ? "none" : (state.keys.find(key)?.name ?? "unknown"),
    workspace: state.workspaces.main,
    status,
    effects: 0,
  });
}

function shownPath({ params: { id }, operation: { pathTemplate } }: Call): string {
  return id === undefined
    ? pathTemplate
    : pathTemplate.replace("{id}", encodeURIComponent(withoutKeys(id).slice(0, MAX_PATH_LENGTH)));
}
