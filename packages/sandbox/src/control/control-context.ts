import type { LiveState } from "../contract/sandbox-views.ts";
import { Inspector } from "../inspect/inspector.ts";
import type { ServerContext } from "../server-context.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { Checkpoints } from "./checkpoints.ts";
import { ClockMover } from "./clock-mover.ts";

/** What the control routes share. */
export interface ControlContext extends ServerContext {
  readonly inspector: Inspector;
  readonly mover: ClockMover;
  readonly checkpoints: Checkpoints;
  readonly liveState: () => LiveState;
}

/** Creates what the control routes share. */
export function controlContext(context: ServerContext): ControlContext {
  const { state, changes, log, faults, closing } = context;
  const mover = new ClockMover(state, changes, closing);
  const instance = crypto.randomUUID();
  return {
    ...context,
    inspector: new Inspector(state, changes),
    mover,
    checkpoints: new Checkpoints(state),
    liveState: () => {
      const { clock, events, workspaces } = state.database;
      const all = [...workspaces.values()];
      const count = (of: (workspace: (typeof all)[number]) => number): number =>
        all.reduce((sum, workspace) => sum + of(workspace), 0);
      return {
        instance,
        revision: changes.revision,
        generation: state.generation,
        now: timestamp(clock.now),
        pending: events.size,
        advancing: mover.advancing,
        mails: count(({ emails }) => emails.all.length),
        leads: count(({ leads }) => leads.size),
        campaigns: count(({ campaigns }) => campaigns.sorted.length),
        requests: log.last,
        faults: faults.pending.reduce((sum, { times }) => sum + times, 0),
      };
    },
  };
}
