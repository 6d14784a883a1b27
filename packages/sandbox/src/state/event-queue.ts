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
  /** What was planned since the last `clearChanges` and is still to happen, and how much else has happened since. */
  #added: Map<number, SandboxEvent> | undefined;
  #taken = 0;

  get size(): number {
    return this.#heap.size;
  }

  plan(event: SandboxEvent): void {
    this.#planned += 1;
    this.#heap.push({ order: this.#planned, event });
    this.#added?.set(this.#planned, event);
  }

  /** The time of the next event. */
  nextAt(): number | undefined {
    return this.#heap.peek()?.event.at;
  }

  /** Takes the next event that is due at that time. */
  takeDue(time: number): SandboxEvent | undefined {
    const next = this.#heap.peek();
    if (next === undefined || next.event.at > time) return undefined;
    this.#heap.pop();
    if (this.#added?.delete(next.order) === false) this.#taken += 1;
    return next.event;
  }

  /** Begins to remember changes. */
  startTracking(): void {
    this.#added = new Map();
  }

  /**
   * How the queue came to be what it is since the last `clearChanges`: that many of its first events were taken, and these
   * were added after them.
   */
  get changes(): { readonly taken: number; readonly added: readonly SandboxEvent[] } {
    return { taken: this.#taken, added: [...(this.#added?.values() ?? [])] };
  }

  clearChanges(): void {
    this.#added?.clear();
    this.#taken = 0;
  }

  /** Takes that many events, the first first. */
  drop(count: number): void {
    for (let dropped = 0; dropped < count; dropped += 1) this.#heap.pop();
  }

  /** Every event in the order in which it will happen. */
  pending(): SandboxEvent[] {
    return [...this.#heap.values()]
      .sort((a, b) => a.event.at - b.event.at || a.order - b.order)
      .map(({ event }) => event);
  }
}
