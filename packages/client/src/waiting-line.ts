/** Calls that wait for a slot: first come, first served, interactive ones before bulk ones. */
export interface WaitingLine {
  /** Takes a slot at once if one is free and nobody waits. */
  takeNow(): boolean;
  /** Joins the line: `turn` resolves with a slot taken, `leave` gives the place up. */
  join(priority: "interactive" | "bulk"): { readonly turn: Promise<void>; leave(): void };
}

/**
 * Builds a line in front of a store.
 *
 * @param take takes a slot: 0 when it is taken, otherwise the milliseconds after which to ask again.
 */
export function waitingLine(take: () => number | Promise<number>): WaitingLine {
  const waiting = { interactive: new Set<() => void>(), bulk: new Set<() => void>() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  const isEmpty = () => waiting.interactive.size + waiting.bulk.size === 0;
  const serveFirst = () => {
    const set = waiting.interactive.size > 0 ? waiting.interactive : waiting.bulk;
    const [first] = set;
    if (first === undefined) return;
    set.delete(first);
    first();
  };
  const ask = (answer: Promise<number>) => {
    isAsking = true;
    answer.then((wait) => {
      isAsking = false;
      if (wait > 0) timer = setTimeout(pump, Math.ceil(wait));
      else {
        serveFirst();
        pump();
      }
    });
  };
  const clear = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const pump = () => {
    clear();
    while (!isEmpty() && !isAsking) {
      const wait = take();
      if (typeof wait !== "number") return ask(wait);
      if (wait > 0) {
        timer = setTimeout(pump, Math.ceil(wait));
        return;
      }
      serveFirst();
    }
  };

  return {
    takeNow() {
      if (isAsking || timer || !isEmpty()) return false;
      const wait = take();
      if (typeof wait === "number") return wait === 0;
      // The answer of a shared store serves whoever has joined by then.
      ask(wait);
      return false;
    },
    join(priority) {
      let onTurn = () => {};
      const turn = new Promise<void>((resolve) => {
        onTurn = resolve;
      });
      waiting[priority].add(onTurn);
      if (!timer) pump();
      return {
        turn,
        leave() {
          waiting[priority].delete(onTurn);
          if (isEmpty()) clear();
        },
      };
    },
  };
}
