import type { Fault } from "../faults/fault.ts";
import { redact, withoutKeys } from "../journal/redact.ts";
import type { Operation } from "../operation.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { RequestHead } from "./exchange.ts";
import { pathOf } from "./routes.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

const LONGEST_PATH = 80;

/** One call of the API while it is served. */
export interface Call {
  readonly operation: Operation;
  readonly params: { readonly id?: string };
  readonly query: Record<string, unknown>;
  body: unknown;
  keyName: string;
  workspace: Workspace | undefined;
  fault: Fault | undefined;
  ignored: readonly string[];
  /** Whether its limit was too high while such a call is answered with an empty page. */
  getsEmptyPage: boolean;
  effects: number;
  isRecorded: boolean;
}

/** Begins a call. */
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

/** Writes a call into the journal, once; a status of null means that nothing was answered. */
export function recordCall(call: Call, { journal, state }: SandboxParts, status: number | null): void {
  if (call.isRecorded) return;
  call.isRecorded = true;
  const { operation, keyName, workspace, effects, fault, ignored } = call;
  const query = redact(call.query, operation.queryFields);
  const body = redact(call.body, operation.bodyFields);
  journal.record({
    at: timestamp(state.world.clock.now),
    operation: operation.id,
    method: operation.method,
    path: shownPath(call),
    key: keyName,
    workspace: workspace?.id ?? state.workspaces.main,
    status,
    effects,
    ...(fault === undefined ? {} : { fault: fault.kind }),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
    ...(ignored.length === 0 ? {} : { ignored }),
  });
}

/** Writes a request for a route that is not simulated into the journal, without what it sent; not if it has a foreign key. */
export function recordStray(request: RequestHead, { journal, state }: SandboxParts, status: number): void {
  const { authorization = "" } = request.headers;
  const key = /^Bearer +(sbx_\S+)$/i.exec(authorization)?.[1];
  if (key === undefined && authorization !== "") return;
  journal.record({
    at: timestamp(state.world.clock.now),
    operation: null,
    method: request.method,
    path: withoutKeys(pathOf(request.url)).slice(0, LONGEST_PATH),
    key: key === undefined ? "none" : (state.keys.find(key)?.name ?? "unknown"),
    workspace: state.workspaces.main,
    status,
    effects: 0,
  });
}

function shownPath({ params: { id }, operation: { pathTemplate } }: Call): string {
  return id === undefined
    ? pathTemplate
    : pathTemplate.replace("{id}", encodeURIComponent(withoutKeys(id).slice(0, LONGEST_PATH)));
}
