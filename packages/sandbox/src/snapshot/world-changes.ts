import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../state/world.ts";
import { itemArrays, jsonArrays } from "./json-arrays.ts";
import type { MintedKeys } from "./snapshot-lines.ts";

const MANY = 10_000;

/** How much of what only ever grows is written down. */
interface Written {
  readonly accounts: number;
  readonly leadLists: number;
  readonly emails: number;
}

/** Follows a world and tells what has changed since all of it was written down, at the cost of what has changed. */
export class WorldChanges {
  readonly world: World;
  #head = "";
  #minted = 0;
  readonly #written = new Map<Workspace, Written>();
  /** What was written of each campaign; settings and variables are replaced when they change. */
  readonly #campaigns = new WeakMap<StoredCampaign, Pick<StoredCampaign, "settings" | "customVariables">>();

  /** Begins with a world that is written down. */
  constructor(world: World, minted: MintedKeys) {
    this.world = world;
    world.events.startTracking();
    for (const { leads, campaigns } of world.workspaces.values()) {
      leads.tracker.start();
      leads.removals.start();
      campaigns.tracker.start();
      for (const campaign of campaigns.sorted) campaigns.tracker.add(campaign);
    }
    this.clear(minted);
  }

  /** Whether so much has changed that the whole world is written no less quickly. */
  get isMost(): boolean {
    let changed = 0;
    let all = 0;
    for (const workspace of this.world.workspaces.values()) {
      const { leads, emails } = workspace;
      all += leads.all.length + emails.all.length;
      changed += leads.tracker.changed.size + emails.all.length - (this.#written.get(workspace)?.emails ?? 0);
    }
    return changed > MANY && changed > all / 2;
  }

  /** The changes as JSON. They count together or not at all: only the last text has a `head`. None is too long. */
  *texts(minted: MintedKeys): Generator<string> {
    let last: string | undefined;
    for (const array of jsonArrays(this.#parts())) {
      if (last !== undefined) yield `{"parts":${last}}`;
      last = array;
    }
    const head = headOf(this.world);
    const isNewKey = minted.length !== this.#minted;
    if (last === undefined && !isNewKey && head === this.#head) return;
    const keys = isNewKey ? `"minted":${JSON.stringify(minted)},` : "";
    yield `{"head":${head},${keys}"parts":${last ?? "[]"}}`;
  }

  /** Says that everything is written down. */
  clear(minted: MintedKeys): void {
    this.#head = headOf(this.world);
    this.#minted = minted.length;
    this.world.events.clearChanges();
    for (const workspace of this.world.workspaces.values()) {
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
    for (const workspace of this.world.workspaces.values()) {
      for (const [field, items] of this.#changesOf(workspace)) {
        for (const array of itemArrays(items)) {
          yield `{"workspace":${JSON.stringify(workspace.id)},"${field}":${array}}`;
        }
      }
    }
    const { taken, added } = this.world.events.changes;
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

  /** The fields of a campaign but for the large ones that are as they were written. */
  #changedFields(campaign: StoredCampaign): Partial<StoredCampaign> {
    const { settings, customVariables } = this.#campaigns.get(campaign) ?? {};
    const fields = Object.entries(campaign).filter(([, value]) => value !== settings && value !== customVariables);
    return Object.fromEntries(fields);
  }
}

/** Where time and chance stand. */
function headOf({ clock, random, ids }: World): string {
  return JSON.stringify({ now: clock.now, random: random.state, ids: ids.state });
}
