import type { Lead } from "@modulex-instantly/client";

/** Lays out a lead as a result: whole, and its most used fields beside it. */
export function leadResult(lead: Lead): Record<string, unknown> {
  return {
    lead,
    id: lead.id,
    email_address: lead.email,
    first_name: lead.first_name,
    last_name: lead.last_name,
    campaign: lead.campaign,
    status: lead.status,
  };
}
