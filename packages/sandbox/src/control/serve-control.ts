import { describeValue } from "../describe-value.ts";
import { readFaultPlan } from "../faults/read-fault-plan.ts";
import { outbox } from "../outbox.ts";
import { Refusal, refusalBody } from "../refusal.ts";
import { closing } from "../server/error-response.ts";
import type { RequestHead, SandboxResponse, ServedRoute } from "../server/exchange.ts";
import { readableResponse } from "../server/exchange.ts";
import { hasBody, readBody } from "../server/read-body.ts";
import type { SandboxParts } from "../server/sandbox-parts.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { changeState, stateReport } from "./change-state.ts";
import { controlBody } from "./control-body.ts";
import { turnClock } from "./turn-clock.ts";

const LARGEST_SNAPSHOT = 512 * 1024 * 1024;

/** A control route: what it does with the body of a request; what it returns is answered as JSON. */
interface Control {
  readonly method: "GET" | "POST" | "DELETE";
  readonly name: string;
  readonly act: (body: unknown) => unknown;
  /** Whether the state is on the disk before the answer goes out. */
  readonly saves?: true;
  readonly bodyLimit?: number;
}

/** The routes that control the sandbox itself. They need no key: only this machine reaches them. */
export function controlRoutes(parts: SandboxParts): ServedRoute[] {
  return controls(parts).map((control) => ({
    method: control.method,
    path: `/_sandbox/${control.name}`,
    open: (request) => ({
      bodyLimit: hasBody(request) ? (control.bodyLimit ?? parts.state.settings.bodyLimit) : undefined,
      finish: (bytes) => carryOut(control, request, bytes, parts),
      refuse: (error) => refusal(error, 500),
      abandon: () => {},
    }),
  }));
}

function controls({ state, journal, faults }: SandboxParts): Control[] {
  return [
    {
      method: "GET",
      name: "clock",
      act: () => ({ now: timestamp(state.world.clock.now), pending: state.world.events.size }),
    },
    { method: "POST", name: "clock", act: (body) => turnClock(state, body), saves: true },

    { method: "GET", name: "state", act: () => stateReport(state) },
    {
      method: "POST",
      name: "state",
      act: (body) => changeState(state, body),
      saves: true,
      bodyLimit: LARGEST_SNAPSHOT,
    },

    { method: "GET", name: "outbox", act: () => ({ mails: outbox(state.world) }) },

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

async function carryOut(
  { act, saves }: Control,
  request: RequestHead,
  bytes: Uint8Array,
  parts: SandboxParts,
): Promise<SandboxResponse> {
  let report: unknown;
  try {
    const body = readBody(request, bytes, parts.state.settings.mode);
    parts.catchUp();
    report = act(body);
  } catch (error) {
    return refusal(error, 400);
  }
  try {
    if (saves) await parts.save();
    return readableResponse(200, report);
  } catch (error) {
    return refusal(error, 500);
  }
}

/** A complaint about a control call says what is wrong. */
function refusal(error: unknown, otherwise: number): SandboxResponse {
  const status = error instanceof Refusal ? error.status : otherwise;
  const message = error instanceof Error ? error.message : String(error);
  return readableResponse(status, refusalBody(status, message), closing(error));
}

function scopesOf(body: unknown): string[] {
  const { scopes } = controlBody(body, ["scopes"]);
  if (Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string")) return scopes;
  throw new TypeError(`scopes: expected a list of scopes, found ${describeValue(scopes)}`);
}
