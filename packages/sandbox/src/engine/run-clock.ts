import { timestamp } from "../state/virtual-clock.ts";
import type { World } from "../state/world.ts";
import { happen } from "./happen.ts";

const MOST_EVENTS = 5_000_000;

/** What turning the clock came to. */
export interface ClockReport {
  /** ISO 8601. */
  readonly now: string;
  readonly events: number;
  /** How many events are still planned. */
  readonly pending: number;
}

/** Lets everything happen that is due up to a time, in order, and moves the clock there. */
export function runTo(world: World, time: number, autoInterest: boolean): ClockReport {
  let events = 0;
  for (let event = world.events.takeDue(time); event !== undefined; event = world.events.takeDue(time)) {
    world.clock.moveTo(event.at);
    happen(world, event, autoInterest);
    events += 1;
  }
  world.clock.moveTo(time);
  return report(world, events);
}

/**
 * Lets everything happen until nothing is planned any more.
 *
 * @throws RangeError after five million events, so that a campaign without end cannot hang the sandbox.
 */
export function runUntilIdle(world: World, autoInterest: boolean): ClockReport {
  let events = 0;
  for (let at = world.events.nextAt(); at !== undefined; at = world.events.nextAt()) {
    events += runTo(world, at, autoInterest).events;
    if (events > MOST_EVENTS) throw new RangeError(`Nothing came to rest in ${MOST_EVENTS} events`);
  }
  return report(world, events);
}

function report(world: World, events: number): ClockReport {
  return { now: timestamp(world.clock.now), events, pending: world.events.size };
}
