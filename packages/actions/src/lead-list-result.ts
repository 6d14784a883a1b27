import type { LeadList } from "@modulex-instantly/client";

/** Lays out a lead list as a result: whole, and its most used fields beside it. */
export function leadListResult(leadList: LeadList): Record<string, unknown> {
  return { lead_list: leadList, id: leadList.id, name: leadList.name };
}
