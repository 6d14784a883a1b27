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
import { hashOf, SNAPSHOT_VERSION } from "./snapshot-lines.ts";

interface Head {
  readonly sandbox: number;
  readonly now: number;
  readonly random: RandomState;
  readonly ids: IdState;
  readonly minted: readonly (readonly string[])[];
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

/** A world and the keys that had been made in it. */
export interface ReadSnapshot {
  readonly world: World;
  readonly minted: readonly (readonly string[])[];
}

/**
 * Rebuilds the state from the lines of a snapshot.
 *
 * @throws Error saying what is wrong with it, before anything is built.
 */
export function readSnapshot(text: readonly string[], mode: Mode): ReadSnapshot {
  const lines = text.filter((line) => line !== "");
  checkSeal(lines);
  const head = JSON.parse(lines[0] ?? "") as Head;
  if (head.sandbox !== SNAPSHOT_VERSION) {
    throw new Error(`it has version ${head.sandbox}, this sandbox reads version ${SNAPSHOT_VERSION}`);
  }
  const threads = mode === "document" ? "uuid" : "token";
  const world = new World({ now: head.now, random: head.random, ids: head.ids, threads });
  let workspace: Workspace | undefined;
  for (const line of lines.slice(1, -1)) {
    const part = JSON.parse(line) as Part;
    if (part.workspace !== undefined) workspace = world.addWorkspace(part.workspace);
    for (const event of part.events ?? []) world.events.plan(event);
    if (workspace !== undefined) fill(workspace, part);
  }
  return { world, minted: head.minted };
}

function fill(workspace: Workspace, part: Part): void {
  for (const account of part.accounts ?? []) workspace.accounts.add(account);
  for (const list of part.leadLists ?? []) workspace.leadLists.push(list);
  for (const campaign of part.campaigns ?? []) workspace.campaigns.add(campaign);
  for (const lead of part.leads ?? []) workspace.leads.add(lead);
  for (const email of part.emails ?? []) workspace.emails.add(email);
}

function checkSeal(lines: readonly string[]): void {
  let seal: { end?: unknown; sha256?: unknown };
  try {
    seal = JSON.parse(lines.at(-1) ?? "") as typeof seal;
  } catch {
    throw new Error("its last line is not JSON, so it is not a whole snapshot");
  }
  if (seal.end !== lines.length - 1) throw new Error("its last line does not seal it, so it is not a whole snapshot");
  if (seal.sha256 !== hashOf(lines.slice(0, -1)))
    throw new Error("its content does not have the hash it was sealed with");
}
