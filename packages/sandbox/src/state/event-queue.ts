import type { SandboxEvent } from "./event.ts";
import { MinHeap } from "./min-heap.ts";

interface Entry {
  readonly order: number;
  readonly event: SandboxEvent;
}

/** What is going to happen, by time; what was planned first happens first at equal times. */
export class EventQueue {
  readonly #heap: MinHeap<Entry> = new MinHeap(
    (a, b) => a.event.at < b.event.at || (a.event.at === b.event.at && a.order < b.order),
  );
  #planned = 0;

  get size(): number {
    return this.#heap.size;
  }

  plan(event: SandboxEvent): void {
    this.#planned += 1;
    this.#heap.push({ order: this.#planned, event });
  }

  /** The time of the next event. */
  nextAt(): number | undefined {
    return this.#heap.peek()?.event.at;
  }

  /** Takes the next event that is due at that time. */
  takeDue(time: number): SandboxEvent | undefined {
    const next = this.#heap.peek();
    return next && next.event.at <= time ? this.#heap.pop()?.event : undefined;
  }

  /** Every event in the order in which it will happen. */
  pending(): SandboxEvent[] {
    return [...this.#heap.values()]
      .sort((a, b) => a.event.at - b.event.at || a.order - b.order)
      .map(({ event }) => event);
  }
}
