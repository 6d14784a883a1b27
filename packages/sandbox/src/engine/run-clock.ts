import type { DatabaseAccess } from "../state/database-access.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { processEvent } from "./process-event.ts";

const MAX_EVENTS = 5_000_000;

/** The result of moving the clock. */
export interface ClockReport {
  /** ISO 8601. */
  readonly now: string;
  readonly events: number;
  /** How many events are still scheduled. */
  readonly pending: number;
}

/** Processes all events that are due up to a time, in order, and moves the clock to that time. */
export function runTo(database: DatabaseAccess, time: number, autoInterest: boolean): ClockReport {
  return report(database, processUntil(database, time, autoInterest));
}

/**
 * Processes events until none is scheduled.
 *
 * @throws RangeError after five million events, so that an endless campaign cannot hang the sandbox.
 */
export function runUntilIdle(database: DatabaseAccess, autoInterest: boolean): ClockReport {
  let events = 0;
  for (let at = database.events.nextAt(); at !== undefined; at = database.events.nextAt()) {
    events += processUntil(database, at, autoInterest);
    if (events > MAX_EVENTS) throw new RangeError(`Events are still scheduled after ${MAX_EVENTS} events`);
  }
  return report(database, events);
}

/** Processes all events that are due up to a time, moves the clock to it, and returns the number of events. */
function processUntil(database: DatabaseAccess, time: number, autoInterest: boolean): number {
  let events = 0;
  while (processNext(database, time, autoInterest)) events += 1;
  database.clock.moveTo(time);
  return events;
}

/** Processes the next event that is due up to a time. Returns whether there was one. */
export function processNext(database: DatabaseAccess, time: number, autoInterest: boolean): boolean {
  const event = database.events.takeDue(time);
  if (event === undefined) return false;
  database.clock.moveTo(event.at);
  processEvent(database, event, autoInterest);
  return true;
}

/** A move of the clock that can be interrupted: to a time, or until nothing is scheduled. */
export class ClockRun {
  readonly from: number;
  readonly #database: DatabaseAccess;
  readonly #to: number | undefined;
  readonly #autoInterest: boolean;
  #events = 0;

  constructor(database: DatabaseAccess, to: number | undefined, autoInterest: boolean) {
    this.from = database.clock.now;
    this.#database = database;
    this.#to = to;
    this.#autoInterest = autoInterest;
  }

  /**
   * Processes events until the goal is reached, a condition is met, or it is time to pause.
   *
   * @returns false if it has paused.
   * @throws RangeError after five million events without a target time.
   */
  process(isDone: () => boolean, isPause: () => boolean): boolean {
    const { events, clock } = this.#database;
    for (;;) {
      if (isDone()) return true;
      const next = events.nextAt();
      if (next === undefined || next > (this.#to ?? next)) break;
      if (isPause()) {
        // The indexes are brought up to date for every slice, because that takes long for all events together.
        settle(this.#database);
        return false;
      }
      processNext(this.#database, next, this.#autoInterest);
      this.#events += 1;
      if (this.#to === undefined && this.#events > MAX_EVENTS) {
        throw new RangeError(`Events are still scheduled after ${MAX_EVENTS} events`);
      }
    }
    if (this.#to !== undefined) clock.moveTo(this.#to);
    return true;
  }

  report(): ClockReport {
    return report(this.#database, this.#events);
  }
}

/** Reports after events, and brings the indexes of leads up to date once for all of them. */
function report(database: DatabaseAccess, events: number): ClockReport {
  if (events > 0) settle(database);
  return { now: timestamp(database.clock.now), events, pending: database.events.size };
}

function settle(database: DatabaseAccess): void {
  for (const { leads } of database.workspaces.values()) leads.settle();
}
