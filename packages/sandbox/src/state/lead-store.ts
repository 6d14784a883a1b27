import { ChangeTracker } from "./change-tracker.ts";
import { itemWithId, positionAfter } from "./sorted-items.ts";
import type { EditableLead, StoredLead } from "./stored-lead.ts";

/** The leads of a workspace. Ids ascend, so every list of leads is sorted by id. */
export class LeadStore {
  #all: StoredLead[] = [];
  readonly #byCampaign = new Map<string, StoredLead[]>();
  readonly #byList = new Map<string, StoredLead[]>();
  readonly #byEmail = new Map<string, StoredLead | StoredLead[]>();
  #contacts: StoredLead[] | undefined;
  readonly tracker: ChangeTracker<StoredLead> = new ChangeTracker();
  /** The ids of leads that were removed. */
  readonly removals: ChangeTracker<string> = new ChangeTracker();

  get all(): readonly StoredLead[] {
    return this.#all;
  }

  ofCampaign(id: string): readonly StoredLead[] {
    return this.#byCampaign.get(id) ?? [];
  }

  ofList(id: string): readonly StoredLead[] {
    return this.#byList.get(id) ?? [];
  }

  withId(id: string): StoredLead | undefined {
    return itemWithId(this.#all, id.toLowerCase());
  }

  withEmail(email: string): readonly StoredLead[] {
    const found = this.#byEmail.get(email.toLowerCase());
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** The first lead of each address, sorted by address. */
  contacts(): readonly StoredLead[] {
    this.#contacts ??= [...this.#byEmail.keys()].sort().flatMap((email) => this.withEmail(email)[0] ?? []);
    return this.#contacts;
  }

  /** Marks a lead as changed and returns it in its editable type. */
  edit(lead: StoredLead): EditableLead {
    this.tracker.add(lead);
    return lead as EditableLead;
  }

  add(lead: StoredLead): void {
    this.#all.push(lead);
    this.tracker.add(lead);
    if (lead.campaign !== undefined) append(this.#byCampaign, lead.campaign, lead);
    if (lead.list_id !== undefined) append(this.#byList, lead.list_id, lead);
    if (lead.email) this.#addEmail(lead.email.toLowerCase(), lead);
    this.#contacts = undefined;
  }

  /** Replaces the lead with the same id, address, campaign and list. */
  replace(lead: StoredLead): void {
    const before = this.withId(lead.id);
    substitute(this.#all, lead);
    if (lead.campaign !== undefined) substitute(this.#byCampaign.get(lead.campaign) ?? [], lead);
    if (lead.list_id !== undefined) substitute(this.#byList.get(lead.list_id) ?? [], lead);
    if (lead.email) {
      const same = this.withEmail(lead.email).map((other) => (other === before ? lead : other));
      this.#byEmail.set(lead.email.toLowerCase(), same.length === 1 ? lead : same);
    }
    this.#contacts = undefined;
  }

  remove(gone: ReadonlySet<StoredLead>): void {
    for (const lead of gone) {
      this.tracker.remove(lead);
      this.removals.add(lead.id);
    }
    const stays = (lead: StoredLead): boolean => !gone.has(lead);
    this.#all = this.#all.filter(stays);
    for (const campaign of named(gone, "campaign")) keep(this.#byCampaign, campaign, stays);
    for (const list of named(gone, "list_id")) keep(this.#byList, list, stays);
    for (const lead of gone) {
      if (!lead.email) continue;
      const left = this.withEmail(lead.email).filter(stays);
      if (left.length === 0) this.#byEmail.delete(lead.email.toLowerCase());
      else this.#byEmail.set(lead.email.toLowerCase(), left);
    }
    this.#contacts = undefined;
  }

  #addEmail(email: string, lead: StoredLead): void {
    const found = this.#byEmail.get(email);
    if (found === undefined) this.#byEmail.set(email, lead);
    else if (Array.isArray(found)) found.push(lead);
    else this.#byEmail.set(email, [found, lead]);
  }
}

function substitute(sorted: StoredLead[], lead: StoredLead): void {
  sorted[positionAfter(sorted, lead.id) - 1] = lead;
}

function append(lists: Map<string, StoredLead[]>, key: string, lead: StoredLead): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [lead]);
  else list.push(lead);
}

function named(leads: ReadonlySet<StoredLead>, field: "campaign" | "list_id"): Set<string> {
  return new Set([...leads].flatMap((lead) => lead[field] ?? []));
}

function keep(lists: Map<string, StoredLead[]>, key: string, stays: (lead: StoredLead) => boolean): void {
  lists.set(key, (lists.get(key) ?? []).filter(stays));
}
