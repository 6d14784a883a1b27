import type { RowCursor } from "../indexes/row-cursor.ts";
import { CursorIntersection } from "../indexes/row-cursor.ts";
import { RowIntersection, RowSet } from "../indexes/row-set.ts";
import type { SortedKeys } from "../indexes/sorted-keys.ts";
import { ChangeTracker } from "./change-tracker.ts";
import type { ContactScope } from "./contact-orders.ts";
import { ContactOrders } from "./contact-orders.ts";
import type { LeadAccess } from "./lead-access.ts";
import { LeadRows } from "./lead-rows.ts";
import type { LeadSelection } from "./lead-selection.ts";
import { LeadSets, placeOf, progressOf } from "./lead-sets.ts";
import { LeadTexts } from "./lead-texts.ts";
import { positionAfter } from "./sorted-items.ts";
import type { EditableLead, StoredLead } from "./stored-lead.ts";

/** Up to this number, selected leads are sorted by address; more are found in the order of all addresses. */
const SORTED_BY_ADDRESS = 1000;

/** A page: what follows an id or an address, up to a number of leads. */
interface Range {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The leads of a workspace, with indexes for every condition of a request. Ids ascend. */
export class LeadStore implements LeadAccess {
  readonly #rows = new LeadRows();
  readonly #stored = new RowSet();
  readonly #sets = new LeadSets();
  readonly #texts = new LeadTexts(this.#rows);
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
    if (rows !== undefined) yield* this.#leadsAt(new RowIntersection([rows], []), 0);
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
  find(selection: LeadSelection, { after, limit }: Range): StoredLead[] {
    const found: StoredLead[] = [];
    const cursor = limit > 0 ? this.#cursorOf(selection) : undefined;
    if (cursor === undefined) return found;
    for (const lead of this.#leadsAt(cursor, after === undefined ? 0 : this.#rows.rowAfter(after))) {
      if (selection.matches(lead)) found.push(lead);
      if (found.length >= limit) break;
    }
    return found;
  }

  /** The first selected lead of each address, by address, after an address in lower case. */
  findContacts(selection: LeadSelection, { after = "", limit }: Range): StoredLead[] {
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
    this.#stored.add(row);
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
      this.#stored.delete(row);
      this.#rows.remove(row);
      this.#texts.countRemoved();
      if (lead.email) this.#removeEmail(lead.email.toLowerCase(), lead);
    }
  }

  /** The rows that the indexes select; undefined if there are none. */
  #cursorOf(selection: LeadSelection): RowCursor | undefined {
    if (selection.isNever) return undefined;
    this.settle();
    const all: RowSet[] = [];
    for (const trait of selection.all) {
      const rows = this.#sets.with(trait);
      if (rows === undefined) return undefined;
      all.push(rows);
    }
    const none = selection.none.flatMap((trait) => this.#sets.with(trait) ?? []);
    const [first = this.#stored, ...others] = all;
    const rows = new RowIntersection([first, ...others], none);
    const cursors: RowCursor[] = [];
    for (const text of selection.texts) {
      const containing = this.#texts.containing(text);
      if (containing.length === 0) return undefined;
      cursors.push(...containing);
    }
    return cursors.length === 0 ? rows : new CursorIntersection([rows, ...cursors]);
  }

  *#leadsAt(cursor: RowCursor, start: number): Generator<StoredLead> {
    for (let row = cursor.firstFrom(start); row !== undefined; row = cursor.firstFrom(row + 1)) {
      const lead = this.#rows.at(row);
      if (lead !== undefined) yield lead;
    }
  }

  #addressesOf(scope: ContactScope): SortedKeys {
    return this.#contactOrders.of(scope, () => {
      if (scope === undefined) return this.#byEmail.keys();
      const rows = this.#sets.with(scope);
      const leads = rows === undefined ? [] : [...this.#leadsAt(new RowIntersection([rows], []), 0)];
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
export function firstOfAddresses(leads: Iterable<StoredLead>, { after = "", limit }: Range): StoredLead[] {
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
