// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

import type { ActionName } from "./action-types.gen.ts";

/** The fields that a successful result of each action always has. */
export const successFields: Readonly<Record<ActionName, readonly string[]>> = {
  list_leads: ["leads","count"],
  get_lead: ["lead"],
  create_lead: ["lead"],
  delete_leads: [],
  update_lead_interest_status: [],
  list_campaigns: ["campaigns","count"],
  create_campaign: ["campaign"],
  patch_campaign: ["campaign"],
  activate_campaign: ["campaign"],
  list_emails: ["emails","count"],
  reply_to_email: ["email"],
  list_lead_lists: ["lead_lists","count"],
  create_lead_list: ["lead_list"],
};
