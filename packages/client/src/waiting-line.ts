/** Calls that wait for a slot: first come, first served, interactive ones before bulk ones. */
export interface WaitingLine {
  /** Takes a slot at once if one is free and nobody waits. */
  takeNow(): boolean;
  /**
   * Joins the line: `turn` resolves with a slot taken, `leave` gives the place up. `opensInMs` is the least that it
   * will take, as far as the store has told.
   */
  join(priority: "interactive" | "bulk"): { readonly turn: Promise<void>; readonly opensInMs: number; leave(): void };
}

/** Ends one wait: with a slot, or with what the store threw. */
interface Place {
  serve(): void;
  fail(error: unknown): void;
}

/** A wait that timers can hold; after it the store is asked again. */
const LONGEST_WAIT_MS = 2 ** 30;

/**
 * Builds a line in front of a store. A store that fails fails whoever is first in line.
 *
 * @param take takes a slot: 0 when it is taken, otherwise the milliseconds after which to ask again.
 */
export function waitingLine(take: () => number | Promise<number>): WaitingLine {
  const waiting = { interactive: new Set<Place>(), bulk: new Set<Place>() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let opensAt = 0;

  const isEmpty = () => waiting.interactive.size + waiting.bulk.size === 0;
  const shift = () => {
    const set = waiting.interactive.size > 0 ? waiting.interactive : waiting.bulk;
    const [first] = set;
    if (first) set.delete(first);
    return first;
  };
  /** Deals with an answer; true when the next in line may be looked at. */
  const settle = (wait: number) => {
    if (!(wait > 0)) shift()?.serve();
    // Whoever asked a shared store may have left before it answered.
    else if (!isEmpty()) {
      opensAt = performance.now() + wait;
      timer = setTimeout(pump, Math.min(Math.ceil(wait), LONGEST_WAIT_MS));
    }
    return !(wait > 0);
  };
  const ask = (answer: Promise<number>) => {
    isAsking = true;
    const answered = (next: () => boolean) => {
      isAsking = false;
      if (next()) pump();
    };
    answer.then(
      (wait) => answered(() => settle(wait)),
      (error) =>
        answered(() => {
          shift()?.fail(error);
          return true;
        }),
    );
  };
  const clear = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const pump = () => {
    clear();
    while (!isEmpty() && !isAsking) {
      try {
        const wait = take();
        if (typeof wait !== "number") ask(wait);
        else if (!settle(wait)) return;
      } catch (error) {
        shift()?.fail(error);
      }
    }
  };

  return {
    takeNow() {
      if (isAsking || timer || !isEmpty()) return false;
      try {
        const wait = take();
        if (typeof wait === "number") return !(wait > 0);
        // The answer of a shared store serves whoever has joined by then.
        ask(wait);
      } catch {
        // Whoever joins now asks again and is told.
      }
      return false;
    },
    join(priority) {
      let place: Place | undefined;
      const turn = new Promise<void>((serve, fail) => {
        place = { serve, fail };
        waiting[priority].add(place);
      });
      if (!timer) pump();
      return {
        turn,
        opensInMs: timer ? opensAt - performance.now() : 0,
        leave() {
          if (place) waiting[priority].delete(place);
          if (isEmpty()) clear();
        },
      };
    },
  };
}
