import type { Lead } from "@modulex-instantly/client";
import type { Preview } from "./preview.ts";
import type { WriteToGuard } from "./write-to-guard.ts";

const SHOWN = 10;
/** More ids than these are not sent: the selection is sent as it was given. */
const MAX_IDS = 100;

interface Selection {
  readonly campaign_id?: string;
  readonly list_id?: string;
  readonly ids?: readonly string[];
  readonly status?: number;
  readonly limit?: number;
}

/** Reads which leads would be deleted. Up to 100 are then deleted by their ids, so that exactly these go. */
export async function guardDeletion({ input, flags, client, signal }: WriteToGuard): Promise<Preview> {
  const question = "Delete these leads? They cannot be restored.";
  if (flags.yes) return { question, lines: [] };
  const { campaign_id, list_id, ids, status, limit = 10_000 } = input as Selection;
  const selection = {
    ...(campaign_id === undefined ? {} : { campaign: campaign_id }),
    ...(list_id === undefined ? {} : { list_id }),
    ...(ids === undefined ? {} : { ids: [...ids] }),
  };
  const found: Lead[] = [];
  for await (const lead of client.leads.iterate({ ...selection, limit: 100 }, { signal })) {
    if (status === undefined || lead.status === status) found.push(lead);
    if (found.length >= limit) break;
  }
  const addresses = found.slice(0, SHOWN).map(({ email, id }) => email ?? id);
  const more = found.length > SHOWN ? `\nand ${found.length - SHOWN} more` : "";
  return {
    question: questionFor(found.length),
    lines: [["Leads to delete", `${found.length}${addresses.length > 0 ? `\n${addresses.join("\n")}${more}` : ""}`]],
    ...(found.length > 0 && found.length <= MAX_IDS ? { input: { ...input, ids: found.map(({ id }) => id) } } : {}),
  };
}

function questionFor(count: number): string {
  if (count === 0) return "No lead matches now. Delete those that match when it runs?";
  return count === 1
    ? "Delete this lead? It cannot be restored."
    : `Delete these ${count} leads? They cannot be restored.`;
}
