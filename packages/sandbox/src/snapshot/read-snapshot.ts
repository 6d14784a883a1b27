import type { SandboxEvent } from "../state/event.ts";
import type { IdState } from "../state/id-source.ts";
import type { RandomState } from "../state/random.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { StoredLeadList } from "../state/stored-lead-list.ts";
import type { Workspace } from "../state/workspace.ts";
import { World } from "../state/world.ts";
import type { Mode } from "../wire/mode.ts";
import type { MintedKeys } from "./snapshot-lines.ts";
import type { SnapshotEnd } from "./verify-snapshot.ts";
import { verifySnapshot } from "./verify-snapshot.ts";

interface Position {
  readonly now: number;
  readonly random: RandomState;
  readonly ids: IdState;
}

interface Part {
  readonly workspace?: string;
  readonly accounts?: readonly string[];
  readonly leadLists?: readonly StoredLeadList[];
  readonly campaigns?: readonly StoredCampaign[];
  readonly leads?: readonly StoredLead[];
  readonly emails?: readonly StoredEmail[];
  readonly events?: readonly SandboxEvent[];
}

/** A part of a change: what is there already is replaced. */
interface ChangedPart extends Part {
  /** The ids of leads that were deleted. */
  readonly gone?: readonly string[];
  /** How many of the first events have happened. */
  readonly taken?: number;
}

interface Change {
  readonly head?: Position;
  readonly minted?: MintedKeys;
  readonly parts: readonly ChangedPart[];
}

/** A world, the keys that had been made in it, and how its snapshot ends. */
export interface ReadSnapshot {
  readonly world: World;
  readonly minted: MintedKeys;
  readonly end: SnapshotEnd;
}

/**
 * Rebuilds the state from the lines of a snapshot and of the changes that follow it.
 *
 * @throws Error naming the line that is wrong, before anything is built.
 */
export function readSnapshot(text: readonly string[], mode: Mode): ReadSnapshot {
  const { content, changes, end } = verifySnapshot(text);
  const begin = JSON.parse(content[0] ?? "") as Position & { readonly minted: MintedKeys };
  const last = JSON.parse(changes.at(-1) ?? "{}") as Partial<Change>;
  const threads = mode === "document" ? "uuid" : "token";
  const world = new World({ ...(last.head ?? begin), threads });
  let workspace: Workspace | undefined;
  for (const line of content.slice(1)) {
    const part = JSON.parse(line) as Part;
    if (part.workspace !== undefined) workspace = world.addWorkspace(part.workspace);
    for (const event of part.events ?? []) world.events.plan(event);
    if (workspace !== undefined) fill(workspace, part);
  }
  return { world, minted: applyChanges(world, changes) ?? begin.minted, end };
}

function fill(workspace: Workspace, part: Part): void {
  for (const account of part.accounts ?? []) workspace.accounts.add(account);
  for (const list of part.leadLists ?? []) workspace.leadLists.push(list);
  for (const campaign of part.campaigns ?? []) workspace.campaigns.add(campaign);
  for (const lead of part.leads ?? []) workspace.leads.add(lead);
  for (const email of part.emails ?? []) workspace.emails.add(email);
}

/** Returns the keys as the last change that tells of them has them. */
function applyChanges(world: World, changes: readonly string[]): MintedKeys | undefined {
  let minted: MintedKeys | undefined;
  const gone = new Map<Workspace, Set<string>>();
  for (const text of changes) {
    const change = JSON.parse(text) as Change;
    minted = change.minted ?? minted;
    for (const part of change.parts) {
      world.events.drop(part.taken ?? 0);
      for (const event of part.events ?? []) world.events.plan(event);
      if (part.workspace === undefined) continue;
      const workspace = world.workspaces.get(part.workspace) ?? world.addWorkspace(part.workspace);
      fill(workspace, replaceKnown(workspace, part));
      const ids = gone.get(workspace) ?? new Set();
      for (const id of part.gone ?? []) ids.add(id);
      gone.set(workspace, ids);
    }
  }
  // At once: each removal goes through all leads, and no change names a lead after it was deleted.
  for (const [{ leads }, ids] of gone) {
    if (ids.size > 0) leads.remove(new Set(leads.all.filter(({ id }) => ids.has(id))));
  }
  return minted;
}

/** Replaces the leads and campaigns that are there already, and returns the others. */
function replaceKnown({ leads, campaigns }: Workspace, part: Part): Part {
  const newLeads = (part.leads ?? []).filter((lead) => {
    const isKnown = leads.withId(lead.id) !== undefined;
    if (isKnown) leads.replace(lead);
    return !isKnown;
  });
  const newCampaigns = (part.campaigns ?? []).filter((campaign) => {
    const known = campaigns.withId(campaign.id);
    if (known !== undefined) campaigns.replace({ ...known, ...campaign });
    return known === undefined;
  });
  return { ...part, leads: newLeads, campaigns: newCampaigns };
}
