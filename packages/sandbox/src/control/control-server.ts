import { ApiError } from "../api-error.ts";
import type { EmailQuery } from "../contract/mail-views.ts";
import { mailFrame, mailFrameHeaders } from "../inspect/mail-frame.ts";
import { findMail } from "../inspect/mail-views.ts";
import { EventStream } from "../live/event-stream.ts";
import type { OutboxMail } from "../serialize/outbox.ts";
import type { RequestHead, SandboxResponse } from "../server/exchange.ts";
import { readableResponse } from "../server/exchange.ts";
import { readBody } from "../server/read-body.ts";
import type { ServerContext } from "../server-context.ts";
import { clockRoutes } from "./clock-routes.ts";
import type { Control, ControlInput, ControlName, Controls } from "./control.ts";
import type { ControlContext } from "./control-context.ts";
import { controlContext } from "./control-context.ts";
import { controlError, SAFE_HEADERS } from "./control-response.ts";
import { mailRoutes } from "./mail-routes.ts";
import { requestRoutes } from "./request-routes.ts";
import { stateRoutes } from "./state-routes.ts";
import { waitForEmail } from "./wait-for-email.ts";

/** What is known of a request to a control route when it is handled. */
export interface ControlRequest extends Pick<ControlInput, "id" | "query"> {
  readonly head: RequestHead;
  readonly bytes: Uint8Array;
}

/** Handles the requests to control routes. It is loaded by the first one, because most sandboxes get none. */
export class ControlServer {
  readonly #context: ControlContext;
  readonly #controls: Controls;
  readonly #events: EventStream;

  constructor(server: ServerContext) {
    const context = controlContext(server);
    this.#context = context;
    this.#controls = {
      ...clockRoutes(context),
      ...mailRoutes(context),
      ...requestRoutes(context),
      ...stateRoutes(context),
    };
    const events = new EventStream(context.changes, context.liveState, context.catchUp);
    this.#events = events;
    context.closing.addEventListener("abort", () => events.close(), { once: true });
  }

  /** Handles a request to a route with JSON. */
  async handle(name: ControlName, { head, id, query, bytes }: ControlRequest): Promise<SandboxResponse> {
    const { state, mover, changes: feed, catchUp, save } = this.#context;
    const { act, changes, notices, saves } = this.#controls[name] as Control<ControlName>;
    let report: unknown;
    try {
      const body = readBody(head, bytes, state.settings.mode);
      catchUp();
      report = await (changes === true
        ? mover.whenStill(async () => {
            const done = await act({ id, query, body });
            // A refused request has changed nothing.
            feed.changed();
            return done;
          })
        : act({ id, query, body }));
      if (notices === true) feed.noticed();
    } catch (error) {
      return controlError(error, 400);
    }
    try {
      if (changes === true || saves === true) await save();
      return readableResponse(200, report, SAFE_HEADERS);
    } catch (error) {
      return controlError(error, 500);
    }
  }

  /** The HTML of an email for a frame. */
  frame(id: string): SandboxResponse {
    try {
      const body = mailFrame(findMail(this.#context.inspector, id).email);
      return { status: 200, headers: { ...SAFE_HEADERS, ...mailFrameHeaders }, body };
    } catch (error) {
      return controlError(error, 500);
    }
  }

  /** The stream of server-sent events. */
  events(): SandboxResponse {
    if (this.#events.isFull) return controlError(new ApiError(503, "Too many clients receive events"), 503);
    this.#context.log.watch();
    const headers = { ...SAFE_HEADERS, "content-type": "text/event-stream; charset=utf-8" };
    return { status: 200, headers, body: "", stream: this.#events.connect };
  }

  waitForEmail(query: EmailQuery): Promise<OutboxMail> {
    const { inspector, mover, closing } = this.#context;
    return waitForEmail(inspector, mover, query, closing);
  }
}
