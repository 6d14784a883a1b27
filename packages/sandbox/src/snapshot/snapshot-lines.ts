import { createHash } from "node:crypto";
import type { World } from "../state/world.ts";

/** The version of the snapshot format. */
export const SNAPSHOT_VERSION = 1;
const CHUNK = 1000;

/** The state as lines of JSON, the last of which seals the others with their count and hash. */
export function snapshotLines(world: World, minted: readonly (readonly string[])[]): string[] {
  const lines = [
    JSON.stringify({
      sandbox: SNAPSHOT_VERSION,
      now: world.clock.now,
      random: world.random.state,
      ids: world.ids.state,
      minted,
    }),
  ];
  for (const { id, accounts, leadLists, campaigns, leads, emails } of world.workspaces.values()) {
    lines.push(JSON.stringify({ workspace: id, accounts: [...accounts], leadLists, campaigns: campaigns.sorted }));
    for (const chunk of chunks(leads.all)) lines.push(JSON.stringify({ leads: chunk }));
    for (const chunk of chunks(emails.all)) lines.push(JSON.stringify({ emails: chunk }));
  }
  for (const chunk of chunks(world.events.pending())) lines.push(JSON.stringify({ events: chunk }));
  lines.push(JSON.stringify({ end: lines.length, sha256: hashOf(lines) }));
  return lines;
}

/** The hash that seals the lines of a snapshot. */
export function hashOf(lines: readonly string[]): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line).update("\n");
  return hash.digest("hex");
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const result: Item[][] = [];
  for (let start = 0; start < items.length; start += CHUNK) result.push(items.slice(start, start + CHUNK));
  return result;
}
