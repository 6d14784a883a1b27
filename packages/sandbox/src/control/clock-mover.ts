import { setImmediate as nextTurn } from "node:timers/promises";
import type { ClockTarget } from "../contract/sandbox-views.ts";
import type { ClockReport } from "../engine/run-clock.ts";
import type { ChangeFeed } from "../live/change-feed.ts";
import type { SandboxState } from "../sandbox-state.ts";
import { timestamp } from "../state/virtual-clock.ts";

const SLICE_MS = 40;

/** Where the clock moves: to a time, or until nothing is scheduled; and no further than until a condition is met. */
export interface ClockGoal {
  readonly to: number | undefined;
  readonly isDone?: () => boolean;
}

/**
 * Moves the clock for control routes. A long move is made in slices, so that other requests get responses in between.
 * Whoever wants to change the state has to wait for its end.
 */
export class ClockMover {
  readonly #state: SandboxState;
  readonly #changes: ChangeFeed;
  readonly #closing: AbortSignal;
  #advancing: ClockTarget | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(state: SandboxState, changes: ChangeFeed, closing: AbortSignal) {
    this.#state = state;
    this.#changes = changes;
    this.#closing = closing;
  }

  /** Where the clock is moving; null while it stands still. */
  get advancing(): ClockTarget | null {
    return this.#advancing;
  }

  /** Calls a function once the clock stands still: at once, if it does. */
  whenStill<Result>(act: () => Result | Promise<Result>): Result | Promise<Result> {
    if (this.#advancing === null) return act();
    const done = this.#last.then(act, act);
    this.#last = done.catch(() => {});
    return done;
  }

  /** Moves the clock. */
  move(goal: ClockGoal): ClockReport | Promise<ClockReport> {
    const { database } = this.#state;
    const run = this.#state.startRun(goal.to);
    const slice = (): boolean => {
      const end = performance.now() + SLICE_MS;
      return run.process(
        () => goal.isDone?.() === true,
        () => performance.now() > end,
      );
    };
    if (slice()) return run.report();
    const rest = async (): Promise<ClockReport> => {
      try {
        do {
          this.#changes.changed();
          await nextTurn();
          // A reset or restored state ends the move.
        } while (!this.#closing.aborted && this.#state.database === database && !slice());
      } finally {
        this.#advancing = null;
        this.#changes.changed();
      }
      return run.report();
    };
    const { to } = goal;
    this.#advancing = { from: timestamp(run.from), to: to === undefined ? null : timestamp(to) };
    const done = rest();
    this.#last = done.catch(() => {});
    return done;
  }
}
