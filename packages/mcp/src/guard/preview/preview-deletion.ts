import type { Lead, ListLeadsInput } from "@modulex-instantly/client";
import { RefusedCallError } from "../refusal.ts";
import { oneLine } from "../text/one-line.ts";
import type { GuardedCall } from "../tool-guard.ts";
import type { Preview } from "./preview.ts";
import { readOptions } from "./read-options.ts";

const SHOWN = 20;
const MAX_READ = 100_000;

/**
 * Shows which leads a call would delete, and narrows it to exactly these. Undefined if it matches none.
 *
 * @throws RefusedCallError if there are more than one call may delete; InstantlyError if a read fails.
 */
export async function previewDeletion(call: GuardedCall, deletesPerCall: number): Promise<Preview | undefined> {
  const { campaign_id, list_id, ids, status, limit } = call.input as Selection;
  const isNamed = ids !== undefined && new Set(ids.map((id) => id.toLowerCase())).size > deletesPerCall;
  if (isNamed && (limit ?? Number.POSITIVE_INFINITY) > deletesPerCall)
    throw tooMany(`ids names ${ids.length}`, deletesPerCall);
  const filter: ListLeadsInput = {
    limit: 100,
    ...(campaign_id === undefined ? {} : { campaign: campaign_id }),
    ...(list_id === undefined ? {} : { list_id }),
    ...(ids === undefined ? {} : { ids }),
  };
  const most = Math.min(limit ?? Number.POSITIVE_INFINITY, deletesPerCall + 1);
  const leads = await matchingLeads(call, filter, { status, ids }, most);
  if (leads.length > deletesPerCall) throw tooMany(`more than ${deletesPerCall} match`, deletesPerCall);
  if (leads.length === 0) return undefined;
  const shown = leads.slice(0, SHOWN).map((lead) => {
    const name = [lead.first_name, lead.last_name].filter(Boolean).join(" ");
    return oneLine(`${lead.email ?? lead.id}${name ? ` (${name})` : ""}`);
  });
  const more = leads.length - shown.length;
  const place = campaign_id === undefined ? `lead list ${list_id}` : `campaign ${campaign_id}`;
  const { limit: _, ...selection } = call.input;
  return {
    question: `Delete ${leads.length === 1 ? "this lead" : `these ${leads.length} leads`}? They cannot be restored.`,
    fields: [
      { label: "From", value: place },
      { label: "Leads", value: String(leads.length) },
      { label: "Which", value: [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("\n") },
    ],
    facts: { "the leads": leads.map(identifyingParts) },
    input: { ...selection, ids: leads.map(({ id }) => id) },
  };
}

interface Selection {
  readonly campaign_id?: string;
  readonly list_id?: string;
  readonly ids?: string[] | undefined;
  readonly status?: number | undefined;
  readonly limit?: number;
}

/** The list has no filter by status number. */
async function matchingLeads(
  call: GuardedCall,
  filter: ListLeadsInput,
  { status, ids }: Pick<Selection, "status" | "ids">,
  most: number,
): Promise<Lead[]> {
  const named = ids && new Set(ids.map((id) => id.toLowerCase()));
  const found: Lead[] = [];
  if (most <= 0) return found;
  for await (const lead of call.client.leads.iterate(filter, { ...readOptions(call), maxItems: MAX_READ })) {
    // The API ignores filters that it does not know, so the ids are checked here as well.
    const isNamed = named === undefined || named.has(lead.id.toLowerCase());
    if (isNamed && (status === undefined || lead.status === status)) found.push(lead);
    if (found.length >= most) break;
  }
  return found;
}

/** What a person judges a lead by: one that has replied since the preview is another case. */
function identifyingParts(lead: Lead): unknown {
  const { id, email, status, lt_interest_status, email_reply_count, first_name, last_name } = lead;
  return [id, email, status, lt_interest_status, email_reply_count, first_name, last_name];
}

function tooMany(found: string, deletesPerCall: number): RefusedCallError {
  return new RefusedCallError(
    `${found} leads, and one call may delete ${deletesPerCall}: delete fewer with ids or limit, or ask the operator of this server to raise the limit`,
  );
}
