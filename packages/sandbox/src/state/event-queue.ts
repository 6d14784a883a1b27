import { MinHeap } from "./min-heap.ts";
import type { ReplyContent } from "./scripted-reply.ts";

/** The action of a recipient on a campaign email. */
export type RecipientAction = "open" | "click" | "reply" | "out-of-office" | "bounce" | "unsubscribe";

/** A scheduled event, as plain data. */
export type SandboxEvent = { readonly at: number; readonly workspace: string } & (
  | { readonly kind: "campaign"; readonly campaign: string }
  | {
      readonly kind: "recipient";
      /** The action. Snapshots contain this name. */
      readonly action: RecipientAction;
      readonly email: string;
      /** What a reply says. */
      readonly reply?: ReplyContent;
    }
  | { readonly kind: "verification"; readonly lead: string }
  | {
      readonly kind: "interest";
      readonly leads: readonly string[];
      readonly value: number | null;
      readonly keepFromAi: boolean;
    }
);

interface Entry {
  readonly order: number;
  readonly event: SandboxEvent;
}

/** The scheduled events by time. Events at the same time are processed in the order of scheduling. */
export class EventQueue {
  #heap: MinHeap<Entry> = new MinHeap(
    (a, b) => a.event.at < b.event.at || (a.event.at === b.event.at && a.order < b.order),
  );
  #planned = 0;
  /** The pending events that were added since the last `clearChanges`, and the number of other events taken since. */
  #added: Map<number, SandboxEvent> | undefined;
  #taken = 0;

  /** A copy that tracks no changes. */
  copy(): EventQueue {
    const copy = new EventQueue();
    copy.#heap = this.#heap.copy();
    copy.#planned = this.#planned;
    return copy;
  }

  get size(): number {
    return this.#heap.size;
  }

  plan(event: SandboxEvent): void {
    this.#planned += 1;
    this.#heap.push({ order: this.#planned, event });
    this.#added?.set(this.#planned, event);
  }

  /** The next event. */
  peek(): SandboxEvent | undefined {
    return this.#heap.peek()?.event;
  }

  /** The time of the next event. */
  nextAt(): number | undefined {
    return this.#heap.peek()?.event.at;
  }

  /** Takes the next event that is due at a time. */
  takeDue(time: number): SandboxEvent | undefined {
    const next = this.#heap.peek();
    if (next === undefined || next.event.at > time) return undefined;
    this.#heap.pop();
    if (this.#added?.delete(next.order) === false) this.#taken += 1;
    return next.event;
  }

  /** Starts tracking changes. */
  startTracking(): void {
    this.#added = new Map();
  }

  /**
   * The changes since the last `clearChanges`: the number of events that were taken from the start, and the events that were
   * added.
   */
  get changes(): { readonly taken: number; readonly added: readonly SandboxEvent[] } {
    return { taken: this.#taken, added: [...(this.#added?.values() ?? [])] };
  }

  clearChanges(): void {
    this.#added?.clear();
    this.#taken = 0;
  }

  /** Removes a number of events from the start. */
  drop(count: number): void {
    for (let dropped = 0; dropped < count; dropped += 1) this.#heap.pop();
  }

  /** All events, in no particular order. */
  *values(): Generator<SandboxEvent> {
    for (const { event } of this.#heap.values()) yield event;
  }

  /** All events in the order of processing. */
  pending(): SandboxEvent[] {
    return [...this.#heap.values()]
      .sort((a, b) => a.event.at - b.event.at || a.order - b.order)
      .map(({ event }) => event);
  }
}
