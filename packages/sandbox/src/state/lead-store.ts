import { RowIntersection } from "../indexes/row-set.ts";
import type { SortedKeys } from "../indexes/sorted-keys.ts";
import { ChangeTracker } from "./change-tracker.ts";
import type { ContactScope } from "./contact-orders.ts";
import { ContactOrders } from "./contact-orders.ts";
import type { LeadAccess } from "./lead-access.ts";
import { LeadRows } from "./lead-rows.ts";
import type { LeadPageRange, LeadRange, LeadsOfPage } from "./lead-search.ts";
import { LeadSearch } from "./lead-search.ts";
import type { LeadSelection } from "./lead-selection.ts";
import { LeadSets, placeOf, progressOf } from "./lead-sets.ts";
import { positionAfter } from "./sorted-items.ts";
import type { EditableLead, StoredLead } from "./stored-lead.ts";

/** Up to this number, selected leads are sorted by address; more are found in the order of all addresses. */
const SORTED_BY_ADDRESS = 1000;

/** So many leads are indexed for texts within some milliseconds. */
const PREPARED_LEADS = 4000;

/** The leads of a workspace, with indexes for every condition of a request. Ids ascend. */
export class LeadStore implements LeadAccess {
  readonly #rows = new LeadRows();
  readonly #sets = new LeadSets();
  readonly #search = new LeadSearch(this.#rows, this.#sets);
  readonly #byEmail = new Map<string, StoredLead | StoredLead[]>();
  readonly #contactOrders = new ContactOrders();
  /** The rows of the leads that were edited since the last `settle`, which the sets of changing traits do not contain. */
  readonly #edited = new Map<StoredLead, number>();
  readonly tracker: ChangeTracker<StoredLead> = new ChangeTracker();
  /** The leads that were removed or replaced. */
  readonly #gone = new WeakSet<StoredLead>();
  /** The ids of leads that were removed. */
  readonly removals: ChangeTracker<string> = new ChangeTracker();

  get size(): number {
    return this.#rows.size;
  }

  /** All leads by id. */
  get all(): Iterable<StoredLead> {
    return this.#rows;
  }

  sizeOfCampaign(id: string): number {
    return this.#sets.with({ trait: "campaign", value: id })?.size ?? 0;
  }

  /** The leads of a campaign by id. */
  *ofCampaign(id: string): Generator<StoredLead> {
    const rows = this.#sets.with({ trait: "campaign", value: id });
    if (rows !== undefined) yield* this.#search.leadsAt(new RowIntersection([rows], []), 0);
  }

  /** Whether a lead of this store is still in it. */
  has(lead: StoredLead): boolean {
    return !this.#gone.has(lead);
  }

  current(lead: StoredLead): StoredLead {
    return lead;
  }

  withId(id: string): StoredLead | undefined {
    const row = this.#rows.rowOf(id.toLowerCase());
    return row === undefined ? undefined : this.#rows.at(row);
  }

  /** The leads with some ids, by id. */
  withIds(ids: Iterable<string>): StoredLead[] {
    const found = new Set([...ids].flatMap((id) => this.withId(id) ?? []));
    return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  withEmail(email: string): readonly StoredLead[] {
    const found = this.#byEmail.get(email.toLowerCase());
    return found === undefined ? [] : Array.isArray(found) ? found : [found];
  }

  /** The first selected leads by id, after an id. */
  find(selection: LeadSelection, range: LeadRange): StoredLead[] {
    this.settle();
    return this.#search.find(selection, range);
  }

  /** A page of the selected leads by id, and the number of all of them if it is asked for. */
  page(selection: LeadSelection, range: LeadPageRange): LeadsOfPage {
    this.settle();
    return this.#search.page(selection, range);
  }

  /** Prepares a search for a text. Returns whether it is done: if not, call it again after a pause. */
  prepareSearch(): boolean {
    return this.#search.texts.prepare(PREPARED_LEADS);
  }

  /** The row of the lead with an id. It stays the same, and is not used again after the lead was removed. */
  rowOf(id: string): number | undefined {
    return this.#rows.rowOf(id);
  }

  /** The first selected lead of each address, by address, after an address in lower case. */
  findContacts(selection: LeadSelection, { after = "", limit }: LeadRange): StoredLead[] {
    const { all, none, texts } = selection;
    const scope = all.find(({ trait }) => trait === "campaign") ?? all.find(({ trait }) => trait === "list");
    if (selection.isNever || all.length + none.length + texts.length > (scope === undefined ? 0 : 1)) {
      const few = this.find(selection, { limit: SORTED_BY_ADDRESS });
      if (few.length < SORTED_BY_ADDRESS) return firstOfAddresses(few, { after, limit });
    }
    const found: StoredLead[] = [];
    for (const address of this.#addressesOf(scope as ContactScope).after(after)) {
      if (found.length >= limit) break;
      const lead = this.withEmail(address).find(selection.matches);
      if (lead !== undefined) found.push(lead);
    }
    return found;
  }

  /** Marks a lead as changed and returns it in its editable type, until the next `settle`. */
  edit(lead: StoredLead): EditableLead {
    this.tracker.add(lead);
    if (!this.#edited.has(lead)) {
      const row = this.#rows.rowOf(lead.id);
      if (row !== undefined) {
        this.#sets.delete(row, progressOf(lead));
        this.#edited.set(lead, row);
      }
    }
    return lead as EditableLead;
  }

  /** Updates the indexes after edits. Every search does it, too. */
  settle(): void {
    if (this.#edited.size === 0) return;
    for (const [lead, row] of this.#edited) this.#sets.add(row, progressOf(lead));
    this.#edited.clear();
  }

  /** Adds a lead whose id is greater than all others. */
  add(lead: StoredLead): void {
    const row = this.#rows.add(lead);
    this.#search.stored.add(row);
    this.#sets.add(row, placeOf(lead));
    this.#sets.add(row, progressOf(lead));
    this.tracker.add(lead);
    if (lead.email) this.#addEmail(lead.email.toLowerCase(), lead);
  }

  /** Replaces the lead with the same id, names, address, campaign and list. */
  replace(lead: StoredLead): void {
    const row = this.#rows.rowOf(lead.id);
    const before = row === undefined ? undefined : this.#rows.at(row);
    if (row === undefined || before === undefined) return;
    this.settle();
    this.#sets.delete(row, progressOf(before));
    this.#gone.add(before);
    this.#rows.replace(row, lead);
    this.#sets.add(row, progressOf(lead));
    if (lead.email) {
      const same = this.withEmail(lead.email).map((other) => (other === before ? lead : other));
      this.#byEmail.set(lead.email.toLowerCase(), same.length === 1 ? lead : same);
    }
  }

  remove(gone: Iterable<StoredLead>): void {
    for (const lead of gone) {
      const row = this.#rows.rowOf(lead.id);
      if (row === undefined) continue;
      this.#gone.add(lead);
      this.tracker.remove(lead);
      this.removals.add(lead.id);
      if (!this.#edited.delete(lead)) this.#sets.delete(row, progressOf(lead));
      this.#sets.delete(row, placeOf(lead));
      this.#search.stored.delete(row);
      this.#rows.remove(row);
      this.#search.texts.countRemoved();
      if (lead.email) this.#removeEmail(lead.email.toLowerCase(), lead);
    }
  }

  #addressesOf(scope: ContactScope): SortedKeys {
    return this.#contactOrders.of(scope, () => {
      if (scope === undefined) return this.#byEmail.keys();
      const rows = this.#sets.with(scope);
      const leads = rows === undefined ? [] : [...this.#search.leadsAt(new RowIntersection([rows], []), 0)];
      return leads.flatMap(({ email }) => (email ? email.toLowerCase() : []));
    });
  }

  #addEmail(email: string, lead: StoredLead): void {
    const found = this.#byEmail.get(email);
    if (found === undefined) this.#byEmail.set(email, lead);
    else if (Array.isArray(found)) found.push(lead);
    else this.#byEmail.set(email, [found, lead]);
    this.#contactOrders.add(lead, email);
  }

  #removeEmail(email: string, lead: StoredLead): void {
    const found = this.#byEmail.get(email);
    if (Array.isArray(found)) found.splice(positionAfter(found, lead.id) - 1, 1);
    else this.#byEmail.delete(email);
    if (Array.isArray(found) && found[0] !== undefined && found.length === 1) this.#byEmail.set(email, found[0]);
    this.#contactOrders.remove(lead, email, this.withEmail(email));
  }
}

/** Selected leads by address, one for each. */
export function firstOfAddresses(leads: Iterable<StoredLead>, { after = "", limit }: LeadRange): StoredLead[] {
  const first = new Map<string, StoredLead>();
  for (const lead of leads) {
    const address = lead.email?.toLowerCase();
    if (address && address > after && !first.has(address)) first.set(address, lead);
  }
  return [...first]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([, lead]) => lead);
}
