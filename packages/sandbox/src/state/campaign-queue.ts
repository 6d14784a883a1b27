import type { LeadAccess } from "./lead-access.ts";
import { MinHeap } from "./min-heap.ts";
import type { StoredLead } from "./stored-lead.ts";

interface FollowUp {
  readonly dueAt: number;
  readonly lead: StoredLead;
}

/** The active leads of a campaign: those that were never contacted, and those with a next step. */
export class CampaignQueue {
  readonly #leads: LeadAccess;
  #fresh: StoredLead[] = [];
  #nextFresh = 0;
  #followUps: MinHeap<FollowUp> = new MinHeap(
    (a, b) => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.lead.id < b.lead.id),
  );

  private constructor(leads: LeadAccess) {
    this.#leads = leads;
  }

  /** The queue of a campaign, from its leads. */
  static of(campaign: string, leads: LeadAccess): CampaignQueue {
    const queue = new CampaignQueue(leads);
    for (const lead of leads.ofCampaign(campaign)) queue.add(lead);
    return queue;
  }

  /** A copy for the leads of a fork. */
  fork(leads: LeadAccess): CampaignQueue {
    const queue = new CampaignQueue(leads);
    queue.#fresh = this.#fresh.slice(this.#nextFresh);
    queue.#followUps = this.#followUps.copy();
    return queue;
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
      const stored = this.#fresh[this.#nextFresh];
      if (stored === undefined) return undefined;
      const next = this.#leads.current(stored);
      if (this.#isActive(next)) return next;
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
      const lead = this.#leads.current(next.lead);
      if (lead.activity?.nextDueAt === next.dueAt && this.#isActive(lead))
        return lead === next.lead ? next : { dueAt: next.dueAt, lead };
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
