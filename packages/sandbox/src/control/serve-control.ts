import { ApiError, errorBody } from "../api-error.ts";
import type { ControlRoutes } from "../contract/control-routes.ts";
import { mailFrame, mailFrameHeaders } from "../inspect/mail-frame.ts";
import { findMail } from "../inspect/mail-views.ts";
import { EventStream } from "../live/event-stream.ts";
import { closing } from "../server/error-response.ts";
import type { RequestHead, SandboxResponse, ServedRoute } from "../server/exchange.ts";
import { readableResponse } from "../server/exchange.ts";
import { hasBody, readBody } from "../server/read-body.ts";
import { clockRoutes } from "./clock-routes.ts";
import type { Control, ControlInput, Controls } from "./control.ts";
import type { ControlContext } from "./control-context.ts";
import { mailRoutes } from "./mail-routes.ts";
import { requestRoutes } from "./request-routes.ts";
import { stateRoutes } from "./state-routes.ts";

/** Browsers must neither guess a type, nor store a response, nor show it in another site. */
const SAFE_HEADERS = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
} as const;

/** The most used routes, which come first in error messages. */
const FIRST: readonly (keyof ControlRoutes)[] = [
  "GET /clock",
  "POST /clock",
  "GET /state",
  "POST /state",
  "GET /outbox",
  "GET /journal",
];

type AnyControl = Control<keyof ControlRoutes>;

/** The routes that control the sandbox. They need no API key, because only this machine can reach them. */
export function controlRoutes(context: ControlContext): ServedRoute[] {
  const controls: Controls = {
    ...clockRoutes(context),
    ...mailRoutes(context),
    ...requestRoutes(context),
    ...stateRoutes(context),
  };
  const names = new Set([...FIRST, ...Object.keys(controls)] as (keyof ControlRoutes)[]);
  const routes = [...names].map((name) => jsonRoute(name, controls[name] as AnyControl, context));
  return [...routes, frameRoute(context), eventRoute(context)];
}

function jsonRoute(name: string, control: AnyControl, context: ControlContext): ServedRoute {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path: `/_sandbox${path}`,
    open: (request, { id = "", query }) => ({
      bodyLimit: hasBody(request) ? (control.bodyLimit ?? context.state.settings.bodyLimit) : undefined,
      finish: (bytes) => runControl(control, request, { id, query, bytes }, context),
      refuse: (error) => errorResponseOf(error, 500),
      abandon: () => {},
    }),
  };
}

async function runControl(
  { act, changes, notices, saves }: AnyControl,
  request: RequestHead,
  { id, query, bytes }: Pick<ControlInput, "id" | "query"> & { readonly bytes: Uint8Array },
  context: ControlContext,
): Promise<SandboxResponse> {
  let report: unknown;
  try {
    const body = readBody(request, bytes, context.state.settings.mode);
    context.catchUp();
    report = await (changes === true
      ? context.mover.whenStill(async () => {
          try {
            return await act({ id, query, body });
          } finally {
            context.changes.changed();
          }
        })
      : act({ id, query, body }));
    if (notices === true) context.changes.noticed();
  } catch (error) {
    return errorResponseOf(error, 400);
  }
  try {
    if (changes === true || saves === true) await context.save();
    return readableResponse(200, report, SAFE_HEADERS);
  } catch (error) {
    return errorResponseOf(error, 500);
  }
}

/** The HTML of an email for a frame. */
function frameRoute({ inspector }: ControlContext): ServedRoute {
  return {
    method: "GET",
    path: "/_sandbox/mails/{id}/html",
    open: (_, { id = "" }) => {
      try {
        const body = mailFrame(findMail(inspector, id).email);
        return { status: 200, headers: { ...SAFE_HEADERS, ...mailFrameHeaders }, body };
      } catch (error) {
        return errorResponseOf(error, 500);
      }
    },
  };
}

/** The stream of server-sent events. */
function eventRoute({ changes, log, liveState, catchUp, closing: ended }: ControlContext): ServedRoute {
  const stream = new EventStream(changes, liveState, catchUp);
  ended.addEventListener("abort", () => stream.close(), { once: true });
  return {
    method: "GET",
    path: "/_sandbox/events",
    open: () => {
      if (stream.isFull) return errorResponseOf(new ApiError(503, "Too many clients receive events"), 503);
      log.watch();
      const headers = { ...SAFE_HEADERS, "content-type": "text/event-stream; charset=utf-8" };
      return { status: 200, headers, body: "", stream: stream.connect };
    },
  };
}

/** The error response of a control route. */
function errorResponseOf(error: unknown, otherwise: number): SandboxResponse {
  const status = error instanceof ApiError ? error.status : otherwise;
  const message = error instanceof Error ? error.message : String(error);
  return readableResponse(status, errorBody(status, message), { ...SAFE_HEADERS, ...closing(error) });
}
