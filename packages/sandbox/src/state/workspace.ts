import type { CampaignQueue } from "./campaign-queue.ts";
import { CampaignStore } from "./campaign-store.ts";
import { EmailStore } from "./email-store.ts";
import { LeadStore } from "./lead-store.ts";
import type { ScriptedReply } from "./scripted-reply.ts";
import type { StoredLeadList } from "./stored-lead-list.ts";

/** The data of one workspace. */
export class Workspace {
  readonly id: string;
  readonly leads: LeadStore = new LeadStore();
  readonly campaigns: CampaignStore = new CampaignStore();
  readonly emails: EmailStore = new EmailStore();
  readonly #leadLists = new Map<string, StoredLeadList>();
  readonly #leadListsByAge: StoredLeadList[] = [];
  /** The connected sending accounts, in lower case. */
  readonly accounts: Set<string> = new Set();
  /** The replies that a scenario has written, by address in lower case. */
  script: ReadonlyMap<string, readonly ScriptedReply[]> = new Map();
  /** The queue of each campaign. It is derived from the leads and therefore not part of a snapshot. */
  readonly queues: Map<string, CampaignQueue> = new Map();

  constructor(id: string) {
    this.id = id;
  }

  /** Oldest first. */
  get leadLists(): readonly StoredLeadList[] {
    return this.#leadListsByAge;
  }

  addLeadList(list: StoredLeadList): void {
    this.#leadLists.set(list.id, list);
    this.#leadListsByAge.push(list);
  }

  leadList(id: string): StoredLeadList | undefined {
    return this.#leadLists.get(id.toLowerCase());
  }
}
