import type { Lead } from "@modulex-instantly/client";
import type { AddressSet } from "./address-set.ts";
import type { FoundLeads, ImportTarget } from "./find-leads.ts";
import { isIn } from "./find-leads.ts";
import type { RowResult } from "./result-lines.ts";

/** A row and its address. */
export interface AddressedRow {
  readonly number: number;
  readonly lead: { readonly email: string };
}

/** The reason of a skipped row. */
export const ALREADY_THERE = "already there";

/** The result of a row that was never sent: skipped if its lead is there. Undefined if it can be sent. */
export function presence({ number, lead }: AddressedRow, there: Lead | undefined): RowResult | undefined {
  return there && { row: number, email: lead.email, status: "skipped", id: there.id, reason: ALREADY_THERE };
}

/**
 * The result of a row with an open outcome, according to what was read. Before it was sent, its lead was not there. Undefined if
 * its lead is not there now, so that it can be sent.
 */
export function settleRow(
  row: AddressedRow,
  found: FoundLeads,
  { target, addresses }: { readonly target: ImportTarget; readonly addresses: AddressSet },
): RowResult | undefined {
  const { number, lead } = row;
  const there = found.withAddress(lead.email);
  if (there && isIn(there, target)) {
    return { row: number, email: lead.email, status: "created", id: there.id, reason: "found by reading" };
  }
  if (there) return presence(row, there);
  // The lead of another row has nothing to do with this one.
  const like = found.likeAddresses(lead.email).find(({ email }) => addresses.rowOf(email ?? "") === 0);
  if (!like && found.isProof(lead.email)) return undefined;
  const reason = like
    ? `a lead with the similar address ${like.email} is there: check whether it is this one`
    : "reading cannot show it, because the API may store this address in another form";
  return { row: number, email: lead.email, status: "unknown", reason };
}
