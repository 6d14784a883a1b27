import { MinHeap } from "./min-heap.ts";
import type { StoredLead } from "./stored-lead.ts";

interface FollowUp {
  readonly dueAt: number;
  readonly lead: StoredLead;
}

/** The active leads of a campaign: those that were never contacted, and those with a next step. */
export class CampaignQueue {
  readonly #fresh: StoredLead[] = [];
  #nextFresh = 0;
  readonly #followUps: MinHeap<FollowUp> = new MinHeap(
    (a, b) => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.lead.id < b.lead.id),
  );

  constructor(leads: Iterable<StoredLead>) {
    for (const lead of leads) this.add(lead);
  }

  /** Adds a lead if it is active. */
  add(lead: StoredLead): void {
    if (lead.status !== 1) return;
    const dueAt = lead.activity?.nextDueAt;
    if (dueAt === undefined) this.#fresh.push(lead);
    else this.#followUps.push({ dueAt, lead });
  }

  /** The next lead that was never contacted. */
  fresh(): StoredLead | undefined {
    while (this.#nextFresh < this.#fresh.length && this.#fresh[this.#nextFresh]?.status !== 1) this.#nextFresh += 1;
    return this.#fresh[this.#nextFresh];
  }

  takeFresh(): void {
    this.#nextFresh += 1;
  }

  /** The next lead with a follow-up step, and its time. */
  followUp(): FollowUp | undefined {
    for (;;) {
      const next = this.#followUps.peek();
      if (next === undefined || (next.lead.status === 1 && next.lead.activity?.nextDueAt === next.dueAt)) return next;
      this.#followUps.pop();
    }
  }

  takeFollowUp(): void {
    this.#followUps.pop();
  }
}
