import type { FastifyRequest } from "fastify";
import type { Fault } from "../faults/fault.ts";
import { redact, withoutKeys } from "../journal/redact.ts";
import type { Operation } from "../operation.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Workspace } from "../state/workspace.ts";
import type { SandboxParts } from "./sandbox-parts.ts";

/** One call of the API while it is served. */
export interface Call {
  readonly operation: Operation;
  keyName: string;
  workspace: Workspace | undefined;
  fault: Fault | undefined;
  ignored: readonly string[];
  effects: number;
  isRecorded: boolean;
}

const calls = new WeakMap<FastifyRequest, Call>();

/** Begins a call. */
export function beginCall(request: FastifyRequest, operation: Operation): Call {
  const call: Call = {
    operation,
    keyName: "none",
    workspace: undefined,
    fault: undefined,
    ignored: [],
    effects: 0,
    isRecorded: false,
  };
  calls.set(request, call);
  return call;
}

/** The call that a request is, if it is one. */
export function callOf(request: FastifyRequest): Call | undefined {
  return calls.get(request);
}

/** Writes a call into the journal, once; a status of null means that nothing was answered. */
export function recordCall(request: FastifyRequest, { journal, state }: SandboxParts, status: number | null): void {
  const call = calls.get(request);
  if (call === undefined || call.isRecorded) return;
  call.isRecorded = true;
  const { operation, keyName, workspace, effects, fault, ignored } = call;
  const query = redact(request.query, operation.queryFields);
  const body = redact(request.body, operation.bodyFields);
  journal.record({
    at: timestamp(state.world.clock.now),
    operation: operation.id,
    method: operation.method,
    path: pathOf(request, operation),
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

/** Writes a request for a route that does not exist into the journal, without what it sent; not if it has a foreign key. */
export function recordStray(request: FastifyRequest, { journal, state }: SandboxParts): void {
  const { authorization = "" } = request.headers;
  const key = /^Bearer +(sbx_\S+)$/i.exec(authorization)?.[1];
  if (key === undefined && authorization !== "") return;
  journal.record({
    at: timestamp(state.world.clock.now),
    operation: null,
    method: request.method,
    path: withoutKeys(request.url.split("?")[0] ?? "").slice(0, 80),
    key: key === undefined ? "none" : (state.keys.find(key)?.name ?? "unknown"),
    workspace: state.workspaces.main,
    status: 404,
    effects: 0,
  });
}

function pathOf({ params }: FastifyRequest, { pathTemplate }: Operation): string {
  const { id } = (params ?? {}) as { id?: string };
  return id === undefined
    ? pathTemplate
    : pathTemplate.replace("{id}", encodeURIComponent(withoutKeys(id).slice(0, 80)));
}
