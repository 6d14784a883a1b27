import { ApiError, errorBody } from "../api-error.ts";
import { readFaultPlan } from "../faults/read-fault-plan.ts";
import { describeValue } from "../input/describe-value.ts";
import { outbox } from "../serialize/outbox.ts";
import { closing } from "../server/error-response.ts";
import type { RequestHead, SandboxResponse, ServedRoute } from "../server/exchange.ts";
import { readableResponse } from "../server/exchange.ts";
import { hasBody, readBody } from "../server/read-body.ts";
import type { ServerContext } from "../server-context.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { changeState, stateReport } from "./change-state.ts";
import { controlBody } from "./control-body.ts";
import { moveClock } from "./move-clock.ts";

const MAX_SNAPSHOT_BYTES = 512 * 1024 * 1024;

/** A control route. It handles the body of a request and returns the body of the response. */
interface Control {
  readonly method: "GET" | "POST" | "DELETE";
  readonly name: string;
  readonly act: (body: unknown) => unknown;
  /** Whether to save the state before responding. */
  readonly saves?: true;
  readonly bodyLimit?: number;
}

/** The routes that control the sandbox. They need no API key, because only this machine can reach them. */
export function controlRoutes(context: ServerContext): ServedRoute[] {
  return controls(context).map((control) => ({
    method: control.method,
    path: `/_sandbox/${control.name}`,
    open: (request) => ({
      bodyLimit: hasBody(request) ? (control.bodyLimit ?? context.state.settings.bodyLimit) : undefined,
      finish: (bytes) => runControl(control, request, bytes, context),
      refuse: (error) => errorResponseOf(error, 500),
      abandon: () => {},
    }),
  }));
}

function controls({ state, journal, faults }: ServerContext): Control[] {
  return [
    {
      method: "GET",
      name: "clock",
      act: () => ({ now: timestamp(state.database.clock.now), pending: state.database.events.size }),
    },
    { method: "POST", name: "clock", act: (body) => moveClock(state, body), saves: true },

    { method: "GET", name: "state", act: () => stateReport(state) },
    {
      method: "POST",
      name: "state",
      act: (body) => changeState(state, body),
      saves: true,
      bodyLimit: MAX_SNAPSHOT_BYTES,
    },

    { method: "GET", name: "outbox", act: () => ({ mails: outbox(state.database) }) },

    { method: "GET", name: "journal", act: () => journal.report() },
    {
      method: "DELETE",
      name: "journal",
      act: () => {
        journal.clear();
        return journal.report();
      },
    },

    { method: "GET", name: "faults", act: () => ({ pending: faults.pending }) },
    {
      method: "POST",
      name: "faults",
      act: (body) => {
        faults.add(readFaultPlan(body));
        return { pending: faults.pending };
      },
    },
    {
      method: "DELETE",
      name: "faults",
      act: () => {
        faults.clear();
        return { pending: faults.pending };
      },
    },

    { method: "GET", name: "keys", act: () => ({ keys: state.keys.keys, workspaces: state.workspaces }) },
    { method: "POST", name: "keys", act: (body) => ({ key: state.keys.mint(scopesOf(body)) }), saves: true },
  ];
}

async function runControl(
  { act, saves }: Control,
  request: RequestHead,
  bytes: Uint8Array,
  context: ServerContext,
): Promise<SandboxResponse> {
  let report: unknown;
  try {
    const body = readBody(request, bytes, context.state.settings.mode);
    context.catchUp();
    report = act(body);
  } catch (error) {
    return errorResponseOf(error, 400);
  }
  try {
    if (saves) await context.save();
    return readableResponse(200, report);
  } catch (error) {
    return errorResponseOf(error, 500);
  }
}

/** The error response of a control route. */
function errorResponseOf(error: unknown, otherwise: number): SandboxResponse {
  const status = error instanceof ApiError ? error.status : otherwise;
  const message = error instanceof Error ? error.message : String(error);
  return readableResponse(status, errorBody(status, message), closing(error));
}

function scopesOf(body: unknown): string[] {
  const { scopes } = controlBody(body, ["scopes"]);
  if (Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string")) return scopes;
  throw new TypeError(`scopes: expected a list of scopes, found ${describeValue(scopes)}`);
}
