import type { ClockView, NextSendReport } from "../contract/sandbox-views.ts";
import { plannedSend } from "../inspect/sending-state.ts";
import type { SandboxEvent } from "../state/event-queue.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { version } from "../version.gen.ts";
import type { Controls } from "./control.ts";
import { controlBody } from "./control-body.ts";
import type { ControlContext } from "./control-context.ts";
import { clockGoal } from "./move-clock.ts";

type Names = "GET /overview" | "GET /clock" | "POST /clock" | "POST /clock/next-event" | "POST /clock/next-send";

/** The routes of the clock, and the overview. */
export function clockRoutes(context: ControlContext): Controls<Names> {
  const { state, mover, liveState } = context;
  return {
    "GET /overview": {
      act: () => ({
        version,
        mode: state.settings.mode,
        seed: state.settings.seed,
        scenario: state.settings.scenario,
        hasSnapshotFile: state.settings.snapshotFile !== undefined,
        clock: clockView(context),
        live: liveState(),
      }),
    },
    "GET /clock": {
      act: () => ({ now: timestamp(state.database.clock.now), pending: state.database.events.size }),
    },
    "POST /clock": { act: ({ body }) => mover.move(clockGoal(state, body)), changes: true },
    "POST /clock/next-event": {
      act: ({ body }) => {
        noFields(body);
        return mover.move({ to: state.database.events.nextAt() ?? state.database.clock.now });
      },
      changes: true,
    },
    "POST /clock/next-send": {
      act: ({ body }) => {
        noFields(body);
        return toNextSend(context);
      },
      changes: true,
    },
  };
}

/** A body without fields, or none. */
function noFields(body: unknown): void {
  if (body !== undefined) controlBody(body, []);
}

async function toNextSend({ state, mover }: ControlContext): Promise<NextSendReport> {
  const workspaces = [...state.database.workspaces.values()];
  let checked = workspaces.map(({ emails }) => emails.all.length);
  let mail: string | null = null;
  const isDone = (): boolean => {
    for (const [index, { emails }] of workspaces.entries()) {
      for (let at = checked[index] ?? 0; at < emails.all.length; at += 1) {
        const email = emails.all[at];
        if (email?.type === 1) mail ??= email.id;
      }
    }
    checked = workspaces.map(({ emails }) => emails.all.length);
    return mail !== null;
  };
  const report = await mover.move({ to: undefined, isDone });
  return { ...report, mail };
}

function clockView({ state, mover, inspector }: ControlContext): ClockView {
  const { clock, events } = state.database;
  const next = events.peek();
  const { forecast } = inspector.lookahead;
  const isForecastComplete = forecast.runUntil(() => forecast.firstSend() !== undefined);
  const send = forecast.firstSend();
  return {
    now: timestamp(clock.now),
    pending: events.size,
    advancing: mover.advancing,
    mode: state.settings.clock,
    realTime: new Date().toISOString(),
    nextEvent: next === undefined ? null : { at: timestamp(next.at), text: eventText(next, inspector) },
    nextSend: send === undefined ? null : plannedSend(send),
    isForecastComplete,
  };
}

function eventText(event: SandboxEvent, { database }: ControlContext["inspector"]): string {
  const workspace = database.workspaces.get(event.workspace);
  if (event.kind === "campaign") {
    return `Campaign ${JSON.stringify(workspace?.campaigns.withId(event.campaign)?.name ?? "")} looks for work.`;
  }
  if (event.kind === "recipient") {
    return `${workspace?.emails.withId(event.email)?.lead ?? "A recipient"}: ${event.action}.`;
  }
  if (event.kind === "verification") return `${workspace?.leads.withId(event.lead)?.email ?? "A lead"} is verified.`;
  return `The interest of ${event.leads.length} ${event.leads.length === 1 ? "lead" : "leads"} is set.`;
}
