import type { CampaignQueue } from "./campaign-queue.ts";
import { CampaignStore } from "./campaign-store.ts";
import { EmailStore } from "./email-store.ts";
import { LeadStore } from "./lead-store.ts";
import type { StoredLeadList } from "./stored-lead-list.ts";

/** The data of one workspace. */
export class Workspace {
  readonly id: string;
  readonly leads: LeadStore = new LeadStore();
  readonly campaigns: CampaignStore = new CampaignStore();
  readonly emails: EmailStore = new EmailStore();
  /** Oldest first. */
  readonly leadLists: StoredLeadList[] = [];
  /** The connected sending accounts, in lower case. */
  readonly accounts: Set<string> = new Set();
  /** The queue of each campaign. It is derived from the leads and therefore not part of a snapshot. */
  readonly queues: Map<string, CampaignQueue> = new Map();

  constructor(id: string) {
    this.id = id;
  }

  leadList(id: string): StoredLeadList | undefined {
    return this.leadLists.find((list) => list.id === id.toLowerCase());
  }
}
