import type { Slot } from "../call/slot.ts";
import { settleSlot } from "../call/slot.ts";

/** Calls that wait for a slot: first come, first served, interactive ones before bulk ones. */
export interface SlotQueue {
  /** Takes a slot at once if one is free and nobody waits. */
  takeNow(holds: boolean): Slot | undefined;
  /**
   * Joins the line: `turn` resolves with the slot, or, when the first that is known of the wait is that none can come in
   * time, with the milliseconds until one may. `leave` gives the place up, or the slot if it has come meanwhile.
   */
  join(waiter: Waiter): { readonly turn: Promise<Slot | number>; leave(): void };
}

/** What the line knows of who waits. */
export interface Waiter {
  readonly priority: "interactive" | "bulk";
  /** Whether the slot counts from when the request leaves, or from when it is granted. */
  readonly holds: boolean;
  /** Until when it can wait, on the clock of `performance.now()`. */
  readonly deadlineAt: number;
}

interface Place extends Waiter {
  /** How many had joined a line of the limiter before. */
  readonly number: number;
  /** Whether nothing has been known of the wait since it joined. */
  isNew: boolean;
  serve(turn: Slot | number): void;
}

/** What the lines of one limiter know of each other. */
interface Neighbour {
  isEmpty(): boolean;
  /** The first that waits, unless the line waits for its time or for a shared store. */
  ready(): Place | undefined;
  /** Ends the wait for its time when that has come. */
  wake(now: number): void;
  /** Asks for a slot for the first that waits. */
  serveFirst(): void;
}

/** What a call gets whose slot counts from when it is granted. */
const FROM_GRANT: Slot = {};

/** A wait that timers can hold; after it the store is asked again. */
const LONGEST_WAIT_MS = 2 ** 30;
/** Timers may fire so much too early. */
const TIMER_SLACK_MS = 1;

/**
 * Starts the lines of a limiter, each in front of the same store: calls that wait for the same limit are served in the order in
 * which they came, in whichever line they are.
 *
 * @returns builds a line. `take` takes a slot and never fails: 0 when it is taken, otherwise the milliseconds after which
 * to ask again.
 */
export function slotQueues(): (take: (slot: Slot | undefined) => number | Promise<number>) => SlotQueue {
  const lines: Neighbour[] = [];
  let joined = 0;

  /** Serves whoever is first in all lines, until every line is empty or waits. */
  const pump = () => {
    const now = performance.now();
    for (const line of lines) line.wake(now);
    for (let next = firstOf(lines); next; next = firstOf(lines)) next.serveFirst();
  };

  return (take) => {
    const waiting = { interactive: new Set<Place>(), bulk: new Set<Place>() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let opensAt = 0;

    const isEmpty = () => waiting.interactive.size + waiting.bulk.size === 0;
    const lineUp = () => (waiting.interactive.size > 0 ? waiting.interactive : waiting.bulk);
    const first = (): Place | undefined => lineUp().values().next().value;
    /** Gives a slot to whoever is first; whoever asked for it may have left before a shared store answered. */
    const serve = (slot: Slot) => {
      const place = first();
      if (place) waiting[place.priority].delete(place);
      if (!place?.holds) settleSlot(slot, place !== undefined);
      place?.serve(slot);
    };
    /** Lets somebody go for whom, as it turns out, no slot can come in time. */
    const letGo = (place: Place) => {
      const isInVain = place.isNew && opensAt > place.deadlineAt;
      place.isNew = false;
      if (!isInVain) return;
      waiting[place.priority].delete(place);
      place.serve(opensAt - performance.now());
    };
    const clear = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    /** Deals with an answer: the slot, or the time for which the line waits. */
    const settle = (wait: number, slot: Slot) => {
      if (!(wait > 0)) return serve(slot);
      opensAt = performance.now() + wait;
      for (const places of [waiting.interactive, waiting.bulk]) places.forEach(letGo);
      if (isEmpty()) return;
      timer = setTimeout(
        () => {
          clear();
          pump();
        },
        Math.min(Math.ceil(wait), LONGEST_WAIT_MS),
      );
    };
    const ask = (answer: Promise<number>, slot: Slot) => {
      isAsking = true;
      answer.then((wait) => {
        isAsking = false;
        settle(wait, slot);
        pump();
      });
    };

    lines.push({
      isEmpty,
      ready: () => (isAsking || timer ? undefined : first()),
      wake(now) {
        if (opensAt <= now + TIMER_SLACK_MS) clear();
      },
      serveFirst() {
        const slot: Slot = {};
        const wait = take(first()?.holds ? slot : undefined);
        if (typeof wait === "number") settle(wait, slot);
        else ask(wait, slot);
      },
    });

    return {
      takeNow(holds) {
        if (isAsking || timer || !isEmpty()) return undefined;
        if (lines.some((line) => !line.isEmpty())) pump();
        const slot = holds ? {} : FROM_GRANT;
        const wait = take(holds ? slot : undefined);
        if (typeof wait === "number") return wait > 0 ? undefined : slot;
        // The answer of a shared store serves whoever has joined by then.
        ask(wait, slot);
        return undefined;
      },
      join(waiter) {
        let place: Place | undefined;
        const turn = new Promise<Slot | number>((resolve) => {
          joined += 1;
          place = { ...waiter, number: joined, isNew: true, serve: resolve };
          waiting[waiter.priority].add(place);
          if (timer) letGo(place);
          else pump();
        });
        return {
          turn,
          leave() {
            if (place && !waiting[place.priority].delete(place)) {
              turn.then((end) => {
                if (typeof end === "object") settleSlot(end, false);
              });
            }
            if (isEmpty()) clear();
          },
        };
      },
    };
  };
}

/** The line whose first call is served next: interactive ones before bulk ones, then first come, first served. */
function firstOf(lines: readonly Neighbour[]): Neighbour | undefined {
  let next: Neighbour | undefined;
  let least: Place | undefined;
  for (const line of lines) {
    const place = line.ready();
    if (place && (!least || isBefore(place, least))) {
      next = line;
      least = place;
    }
  }
  return next;
}

function isBefore(one: Place, other: Place): boolean {
  return one.priority === other.priority ? one.number < other.number : one.priority === "interactive";
}
