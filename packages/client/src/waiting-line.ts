import type { Slot } from "./slot.ts";
import { settleSlot } from "./slot.ts";

/** Calls that wait for a slot: first come, first served, interactive ones before bulk ones. */
export interface WaitingLine {
  /** Takes a slot at once if one is free and nobody waits. */
  takeNow(holds: boolean): Slot | undefined;
  /**
   * Joins the line: `turn` resolves with the slot, `leave` gives the place up, or the slot if it has come meanwhile.
   * `opensInMs` is the least that it will take, as far as the store has told.
   *
   * @param holds whether the slot counts from when the request leaves, or from when it is granted.
   */
  join(
    priority: "interactive" | "bulk",
    holds: boolean,
  ): { readonly turn: Promise<Slot>; readonly opensInMs: number; leave(): void };
}

interface Place {
  readonly holds: boolean;
  serve(slot: Slot): void;
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
    if (place) lineUp().delete(place);
    if (!place?.holds) settleSlot(slot, place !== undefined);
    place?.serve(slot);
  };
  /** Deals with an answer; true when the next in line may be looked at. */
  const settle = (wait: number, slot: Slot) => {
    if (!(wait > 0)) serve(slot);
    else if (!isEmpty()) {
      opensAt = performance.now() + wait;
      timer = setTimeout(pump, Math.min(Math.ceil(wait), LONGEST_WAIT_MS));
    }
    return !(wait > 0);
  };
  const ask = (answer: Promise<number>, slot: Slot) => {
    isAsking = true;
    answer.then((wait) => {
      isAsking = false;
      if (settle(wait, slot)) pump();
    });
  };
  const clear = () => {
    clearTimeout(timer);
    timer = undefined;
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
    join(priority, holds) {
      let place: Place | undefined;
      const turn = new Promise<Slot>((resolve) => {
        place = { holds, serve: resolve };
        waiting[priority].add(place);
      });
      if (!timer) pump();
      return {
        turn,
        opensInMs: timer ? opensAt - performance.now() : 0,
        leave() {
          if (place && !waiting[priority].delete(place)) turn.then((slot) => settleSlot(slot, false));
          if (isEmpty()) clear();
        },
      };
    },
  };
}
