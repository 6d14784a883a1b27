import type { Slot } from "./slot.ts";
import { settleSlot } from "./slot.ts";

/** Calls that wait for a slot: first come, first served, interactive ones before bulk ones. */
export interface WaitingLine {
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
  /** Whether nothing has been known of the wait since it joined. */
  isNew: boolean;
  serve(turn: Slot | number): void;
}

/** What a call gets whose slot counts from when it is granted. */
const FROM_GRANT: Slot = {};

/** A wait that timers can hold; after it the store is asked again. */
const LONGEST_WAIT_MS = 2 ** 30;

/**
 * Builds a line in front of a store.
 *
 * @param take takes a slot and never fails: 0 when it is taken, otherwise the milliseconds after which to ask again.
 */
export function waitingLine(take: (slot: Slot | undefined) => number | Promise<number>): WaitingLine {
  const waiting = { interactive: new Set<Place>(), bulk: new Set<Place>() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let opensAt = 0;

  const isEmpty = () => waiting.interactive.size + waiting.bulk.size === 0;
  const lineUp = () => (waiting.interactive.size > 0 ? waiting.interactive : waiting.bulk);
  /** Gives a slot to whoever is first; whoever asked for it may have left before a shared store answered. */
  const serve = (slot: Slot) => {
    const [place] = lineUp();
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
  /** Deals with an answer; true when the next in line may be looked at. */
  const settle = (wait: number, slot: Slot) => {
    if (!(wait > 0)) {
      serve(slot);
      return true;
    }
    opensAt = performance.now() + wait;
    for (const places of [waiting.interactive, waiting.bulk]) places.forEach(letGo);
    if (!isEmpty()) timer = setTimeout(pump, Math.min(Math.ceil(wait), LONGEST_WAIT_MS));
    return false;
  };
  const ask = (answer: Promise<number>, slot: Slot) => {
    isAsking = true;
    answer.then((wait) => {
      isAsking = false;
      if (settle(wait, slot)) pump();
    });
  };
  const pump = () => {
    clear();
    while (!isEmpty() && !isAsking) {
      const [place] = lineUp();
      const slot: Slot = {};
      const wait = take(place?.holds ? slot : undefined);
      if (typeof wait !== "number") ask(wait, slot);
      else if (!settle(wait, slot)) return;
    }
  };

  return {
    takeNow(holds) {
      if (isAsking || timer || !isEmpty()) return undefined;
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
        place = { ...waiter, isNew: true, serve: resolve };
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
}
