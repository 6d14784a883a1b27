import type { Mode } from "../serialize/mode.ts";
import { Database } from "../state/database.ts";
import type { SandboxEvent } from "../state/event-queue.ts";
import type { IdState } from "../state/id-source.ts";
import type { RandomState } from "../state/random.ts";
import type { ScriptedReply } from "../state/scripted-reply.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import type { StoredLeadList } from "../state/stored-lead-list.ts";
import type { Workspace } from "../state/workspace.ts";
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
  /** The replies that a scenario has written, by address. */
  readonly replies?: readonly (readonly [string, readonly ScriptedReply[]])[];
}

/** A part of a change. It replaces existing items. */
interface ChangedPart extends Part {
  /** The ids of leads that were deleted. */
  readonly gone?: readonly string[];
  /** How many of the first events were processed. */
  readonly taken?: number;
}

interface Change {
  readonly head?: Position;
  readonly minted?: MintedKeys;
  readonly parts: readonly ChangedPart[];
}

/** A restored database, its created keys, and the end of its snapshot. */
export interface ReadSnapshot {
  readonly database: Database;
  readonly minted: MintedKeys;
  readonly end: SnapshotEnd;
}

/**
 * Restores the state from the lines of a snapshot and the changes after it.
 *
 * @throws Error naming the invalid line, before anything is restored.
 */
export function readSnapshot(text: readonly string[], mode: Mode): ReadSnapshot {
  const { content, changes, end } = verifySnapshot(text);
  const begin = JSON.parse(content[0] ?? "") as Position & { readonly minted: MintedKeys };
  const last = JSON.parse(changes.at(-1) ?? "{}") as Partial<Change>;
  const threads = mode === "document" ? "uuid" : "token";
  const database = new Database({ ...(last.head ?? begin), threads });
  let workspace: Workspace | undefined;
  for (const line of content.slice(1)) {
    const part = JSON.parse(line) as Part;
    if (part.workspace !== undefined) workspace = database.addWorkspace(part.workspace);
    for (const event of part.events ?? []) database.events.plan(event);
    if (workspace !== undefined) fill(workspace, part);
  }
  return { database, minted: applyChanges(database, changes) ?? begin.minted, end };
}

function fill(workspace: Workspace, part: Part): void {
  if (part.replies !== undefined) workspace.script = new Map(part.replies);
  for (const account of part.accounts ?? []) workspace.accounts.add(account);
  for (const list of part.leadLists ?? []) workspace.addLeadList(list);
  for (const campaign of part.campaigns ?? []) workspace.campaigns.add(campaign);
  for (const lead of part.leads ?? []) workspace.leads.add(lead);
  for (const email of part.emails ?? []) workspace.emails.add(email);
}

/** Applies the changes. Returns the keys of the last change that contains keys. */
function applyChanges(database: Database, changes: readonly string[]): MintedKeys | undefined {
  let minted: MintedKeys | undefined;
  for (const text of changes) {
    const change = JSON.parse(text) as Change;
    minted = change.minted ?? minted;
    for (const part of change.parts) {
      database.events.drop(part.taken ?? 0);
      for (const event of part.events ?? []) database.events.plan(event);
      if (part.workspace === undefined) continue;
      const workspace = database.workspaces.get(part.workspace) ?? database.addWorkspace(part.workspace);
      fill(workspace, replaceKnown(workspace, part));
      workspace.leads.remove(workspace.leads.withIds(part.gone ?? []));
    }
  }
  return minted;
}

/** Replaces existing leads and campaigns, and returns the new ones. */
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
