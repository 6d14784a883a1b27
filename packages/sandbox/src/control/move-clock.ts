import type { ClockReport } from "../engine/run-clock.ts";
import { describeValue } from "../input/describe-value.ts";
import { duration } from "../input/duration.ts";
import { isoTime } from "../input/iso-time.ts";
import type { SandboxState } from "../sandbox-state.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { controlBody, oneOf } from "./control-body.ts";

const MAX_TIME = Date.UTC(9999, 0);

/** Moves the clock at once: see `clockGoal`. */
export function moveClock(state: SandboxState, given: unknown): ClockReport {
  const { to } = clockGoal(state, given);
  return to === undefined ? state.runUntilIdle() : state.setClock(to);
}

/**
 * Where a request moves the clock: `{ advance: "3d" }`, `{ set: "2026-09-10T09:00:00Z" }` or `{ runUntilIdle: true }`. The
 * time is undefined for the last one.
 *
 * @throws TypeError naming the field and what was expected.
 */
export function clockGoal(state: SandboxState, given: unknown): { readonly to: number | undefined } {
  const body = controlBody(given, ["advance", "set", "runUntilIdle"]);
  const choice = oneOf(body, ["advance", "set", "runUntilIdle"]);
  if (choice === "advance") return { to: state.database.clock.now + wait(body["advance"]) };
  if (choice === "set") return { to: later(state, body["set"]) };
  if (body["runUntilIdle"] !== true) {
    throw new TypeError(`runUntilIdle: expected true, found ${describeValue(body["runUntilIdle"])}`);
  }
  return { to: undefined };
}

function wait(value: unknown): number {
  try {
    return duration(value);
  } catch (error) {
    throw new TypeError(`advance: ${(error as Error).message}`);
  }
}

function later(state: SandboxState, value: unknown): number {
  const time = isoTime(value);
  if (Number.isNaN(time) || time > MAX_TIME) {
    throw new TypeError(`set: expected an ISO 8601 time such as "2026-09-10T09:00:00Z", found ${describeValue(value)}`);
  }
  const { now } = state.database.clock;
  if (time < now) {
    throw new TypeError(`set: the clock only moves forward; it is ${timestamp(now)}, found ${describeValue(value)}`);
  }
  return time;
}
