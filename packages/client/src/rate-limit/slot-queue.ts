import type { Slot } from "../call/slot.ts";
import { settleSlot } from "../call/slot.ts";

/** Calls that wait for a slot: first come, first served, interactive ones before bulk ones. */
export interface SlotQueue {
  /** Takes a slot at once if one is free and no call waits. */
  takeNow(holds: boolean): Slot | undefined;
  /**
   * Joins the queue. `turn` resolves with the slot, or with the milliseconds until a slot may be free, if the first known
   * wait shows that this is after the deadline. `leave` leaves the queue, or releases the slot if it was granted meanwhile.
   */
  join(waiter: Waiter): { readonly turn: Promise<Slot | number>; leave(): void };
}

/** A call that waits for a slot. */
export interface Waiter {
  readonly priority: "interactive" | "bulk";
  /** Whether the slot counts from when the request is sent, or from when it is granted. */
  readonly holds: boolean;
  /** The deadline of the wait, on the clock of `performance.now()`. */
  readonly deadlineAt: number;
}

interface Place extends Waiter {
  /** The number of calls that had joined a queue of the limiter, up to this one. */
  readonly number: number;
  /** Whether no wait has been known since it joined. */
  isNew: boolean;
  serve(turn: Slot | number): void;
}

/** What the queues of one limiter see of each other. */
interface QueueState {
  isEmpty(): boolean;
  /** The first waiting call, unless the queue waits for a timer or a shared store. */
  ready(): Place | undefined;
  /** Stops the timer if its time has passed. */
  wake(now: number): void;
  /** Requests a slot for the first waiting call. */
  serveFirst(): void;
}

/** The slot of a call whose slot counts from when it is granted. */
const FROM_GRANT: Slot = {};

/** The longest timer. After it, a slot is requested again. */
const LONGEST_WAIT_MS = 2 ** 30;
/** Timers may fire this much too early. */
const TIMER_SLACK_MS = 1;

/**
 * Creates the queues of a limiter, which share a store. Calls that wait for the same limit are served in the order in which
 * they came, also across queues.
 *
 * @returns a function that creates a queue. Its `take` takes a slot and never fails: it returns 0 if the slot was taken,
 *   otherwise the milliseconds to wait before the next try.
 */
export function slotQueues(): (take: (slot: Slot | undefined) => number | Promise<number>) => SlotQueue {
  const queues: QueueState[] = [];
  let joined = 0;

  /** Serves the first call of all queues, until every queue is empty or waits. */
  const pump = () => {
    const now = performance.now();
    for (const queue of queues) queue.wake(now);
    for (let next = firstOf(queues); next; next = firstOf(queues)) next.serveFirst();
  };

  return (take) => {
    const waiting = { interactive: new Set<Place>(), bulk: new Set<Place>() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isTaking = false;
    let opensAt = 0;

    const isEmpty = () => waiting.interactive.size + waiting.bulk.size === 0;
    const nextPlaces = () => (waiting.interactive.size > 0 ? waiting.interactive : waiting.bulk);
    const first = (): Place | undefined => nextPlaces().values().next().value;
    /** Gives a slot to the first call. The call that requested it may have left before a shared store responded. */
    const serve = (slot: Slot) => {
      const place = first();
      if (place) waiting[place.priority].delete(place);
      if (!place?.holds) settleSlot(slot, place !== undefined);
      place?.serve(slot);
    };
    /** Removes a call if the first known wait ends after its deadline. */
    const removeIfTooLate = (place: Place) => {
      const isTooLate = place.isNew && opensAt > place.deadlineAt;
      place.isNew = false;
      if (!isTooLate) return;
      waiting[place.priority].delete(place);
      place.serve(opensAt - performance.now());
    };
    const clear = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    /** Handles the result of `take`: a slot, or the time for which the queue waits. */
    const settle = (wait: number, slot: Slot) => {
      if (!(wait > 0)) return serve(slot);
      opensAt = performance.now() + wait;
      for (const places of [waiting.interactive, waiting.bulk]) places.forEach(removeIfTooLate);
      if (isEmpty()) return;
      timer = setTimeout(
        () => {
          clear();
          pump();
        },
        Math.min(Math.ceil(wait), LONGEST_WAIT_MS),
      );
    };
    const awaitTake = (result: Promise<number>, slot: Slot) => {
      isTaking = true;
      result.then((wait) => {
        isTaking = false;
        settle(wait, slot);
        pump();
      });
    };

    queues.push({
      isEmpty,
      ready: () => (isTaking || timer ? undefined : first()),
      wake(now) {
        if (opensAt <= now + TIMER_SLACK_MS) clear();
      },
      serveFirst() {
        const slot: Slot = {};
        const wait = take(first()?.holds ? slot : undefined);
        if (typeof wait === "number") settle(wait, slot);
        else awaitTake(wait, slot);
      },
    });

    return {
      takeNow(holds) {
        if (isTaking || timer || !isEmpty()) return undefined;
        if (queues.some((queue) => !queue.isEmpty())) pump();
        const slot = holds ? {} : FROM_GRANT;
        const wait = take(holds ? slot : undefined);
        if (typeof wait === "number") return wait > 0 ? undefined : slot;
        // When the shared store responds, the first call that has joined by then gets the slot.
        awaitTake(wait, slot);
        return undefined;
      },
      join(waiter) {
        let place: Place | undefined;
        const turn = new Promise<Slot | number>((resolve) => {
          joined += 1;
          place = { ...waiter, number: joined, isNew: true, serve: resolve };
          waiting[waiter.priority].add(place);
          if (timer) removeIfTooLate(place);
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

/** Returns the queue whose first call is next: interactive calls before bulk calls, then first come, first served. */
function firstOf(queues: readonly QueueState[]): QueueState | undefined {
  let next: QueueState | undefined;
  let least: Place | undefined;
  for (const queue of queues) {
    const place = queue.ready();
    if (place && (!least || isBefore(place, least))) {
      next = queue;
      least = place;
    }
  }
  return next;
}

function isBefore(one: Place, other: Place): boolean {
  return one.priority === other.priority ? one.number < other.number : one.priority === "interactive";
}
