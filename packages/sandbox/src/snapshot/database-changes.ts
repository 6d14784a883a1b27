import type { Database } from "../state/database.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { Workspace } from "../state/workspace.ts";
import { itemArrays, jsonArrays } from "./json-arrays.ts";
import type { MintedKeys } from "./snapshot-lines.ts";

const MANY_CHANGES = 10_000;

/** How many items of the append-only collections are written. */
interface Written {
  readonly accounts: number;
  readonly leadLists: number;
  readonly emails: number;
}

/** Tracks the changes of a database since the last complete write. Its cost is proportional to the changes. */
export class DatabaseChanges {
  readonly database: Database;
  #head = "";
  #minted = 0;
  readonly #written = new Map<Workspace, Written>();
  /** The written state of each campaign. Settings and variables are replaced when they change. */
  readonly #campaigns = new WeakMap<StoredCampaign, Pick<StoredCampaign, "settings" | "customVariables">>();

  /** Starts tracking a database that is completely written. */
  constructor(database: Database, minted: MintedKeys) {
    this.database = database;
    database.events.startTracking();
    for (const { leads, campaigns } of database.workspaces.values()) {
      leads.tracker.start();
      leads.removals.start();
      campaigns.tracker.start();
      for (const campaign of campaigns.sorted) campaigns.tracker.add(campaign);
    }
    this.clear(minted);
  }

  /** Whether so much has changed that writing the whole database is as fast. */
  get isMost(): boolean {
    let changed = 0;
    let all = 0;
    for (const workspace of this.database.workspaces.values()) {
      const { leads, emails } = workspace;
      all += leads.size + emails.all.length;
      changed += leads.tracker.changed.size + emails.all.length - (this.#written.get(workspace)?.emails ?? 0);
    }
    return changed > MANY_CHANGES && changed > all / 2;
  }

  /** The changes as JSON texts of limited length. Only the last one has a `head`, so that they are valid together or not at all. */
  *texts(minted: MintedKeys): Generator<string> {
    let last: string | undefined;
    for (const array of jsonArrays(this.#parts())) {
      if (last !== undefined) yield `{"parts":${last}}`;
      last = array;
    }
    const head = headOf(this.database);
    const isNewKey = minted.length !== this.#minted;
    if (last === undefined && !isNewKey && head === this.#head) return;
    const keys = isNewKey ? `"minted":${JSON.stringify(minted)},` : "";
    yield `{"head":${head},${keys}"parts":${last ?? "[]"}}`;
  }

  /** Marks everything as written. */
  clear(minted: MintedKeys): void {
    this.#head = headOf(this.database);
    this.#minted = minted.length;
    this.database.events.clearChanges();
    for (const workspace of this.database.workspaces.values()) {
      const { leads, campaigns, accounts, leadLists, emails } = workspace;
      for (const campaign of campaigns.tracker.changed) this.#campaigns.set(campaign, { ...campaign });
      leads.tracker.clear();
      leads.removals.clear();
      campaigns.tracker.clear();
      const written = { accounts: accounts.size, leadLists: leadLists.length, emails: emails.all.length };
      this.#written.set(workspace, written);
    }
  }

  *#parts(): Generator<string> {
    for (const workspace of this.database.workspaces.values()) {
      for (const [field, items] of this.#changesOf(workspace)) {
        for (const array of itemArrays(items)) {
          yield `{"workspace":${JSON.stringify(workspace.id)},"${field}":${array}}`;
        }
      }
    }
    const { taken, added } = this.database.events.changes;
    if (taken > 0) yield JSON.stringify({ taken });
    for (const array of itemArrays(added)) yield `{"events":${array}}`;
  }

  #changesOf(workspace: Workspace): [field: string, items: Iterable<unknown>][] {
    const { leads, campaigns, accounts, leadLists, emails } = workspace;
    const written = this.#written.get(workspace);
    return [
      ["accounts", accounts.size === written?.accounts ? [] : [...accounts].slice(written?.accounts)],
      ["leadLists", leadLists.slice(written?.leadLists)],
      ["campaigns", [...campaigns.tracker.changed].map((campaign) => this.#changedFields(campaign))],
      ["gone", leads.removals.changed],
      ["leads", leads.tracker.changed],
      ["emails", emails.all.slice(written?.emails)],
    ];
  }

  /** The fields of a campaign without unchanged settings and variables, which are large. */
  #changedFields(campaign: StoredCampaign): Partial<StoredCampaign> {
    const { settings, customVariables } = this.#campaigns.get(campaign) ?? {};
    const fields = Object.entries(campaign).filter(([, value]) => value !== settings && value !== customVariables);
    return Object.fromEntries(fields);
  }
}

/** The state of the clock, the random numbers and the ids. */
function headOf({ clock, random, ids }: Database): string {
  return JSON.stringify({ now: clock.now, random: random.state, ids: ids.state });
}
