import type { LeadStore } from "./lead-store.ts";
import { MinHeap } from "./min-heap.ts";
import type { StoredLead } from "./stored-lead.ts";

interface FollowUp {
  readonly dueAt: number;
  readonly lead: StoredLead;
}

/** The active leads of a campaign: those that were never contacted, and those with a next step. */
export class CampaignQueue {
  readonly #leads: LeadStore;
  readonly #fresh: StoredLead[] = [];
  #nextFresh = 0;
  readonly #followUps: MinHeap<FollowUp> = new MinHeap(
    (a, b) => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.lead.id < b.lead.id),
  );

  constructor(leads: LeadStore, campaign: string) {
    this.#leads = leads;
    for (const lead of leads.ofCampaign(campaign)) this.add(lead);
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
    for (;;) {
      const next = this.#fresh[this.#nextFresh];
      if (next === undefined || this.#isActive(next)) return next;
      this.#nextFresh += 1;
    }
  }

  takeFresh(): void {
    this.#nextFresh += 1;
  }

  /** The next lead with a follow-up step, and its time. */
  followUp(): FollowUp | undefined {
    for (;;) {
      const next = this.#followUps.peek();
      if (next === undefined) return undefined;
      if (next.lead.activity?.nextDueAt === next.dueAt && this.#isActive(next.lead)) return next;
      this.#followUps.pop();
    }
  }

  takeFollowUp(): void {
    this.#followUps.pop();
  }

  /** Leads stay in the queue when they are stopped or deleted. */
  #isActive(lead: StoredLead): boolean {
    return lead.status === 1 && this.#leads.has(lead);
  }
}
