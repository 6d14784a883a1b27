import { isAddress } from "../engine/address.ts";
import { Refusal } from "../refusal.ts";
import type { Handler } from "./handler.ts";

/** Accepts a new interest status; a background job sets it a little later. */
export const updateLeadInterestStatus: Handler<"updateLeadInterestStatus"> = ({ body }, scene) => {
  const { world, workspace, unknowns } = scene;
  if (!isAddress(body.lead_email)) throw new Refusal(400, "Invalid lead email");
  const leads = workspace.leads
    .withEmail(body.lead_email)
    .filter((lead) => body.campaign_id === undefined || lead.campaign === body.campaign_id.toLowerCase())
    .filter((lead) => body.list_id === undefined || lead.list_id === body.list_id.toLowerCase());
  if (leads.length === 0 && unknowns.interestOfUnknownLead === "not_found") {
    throw new Refusal(404, "Resource not found");
  }
  world.events.plan({
    kind: "interest",
    at: world.clock.now + unknowns.interestDelayMs,
    workspace: workspace.id,
    leads: leads.map(({ id }) => id),
    value: body.interest_value,
    keepFromAi: body.disable_auto_interest === true,
  });
  return {
    status: unknowns.interestAccepted,
    body: { message: "Lead interest status update background job submitted" },
    effects: leads.length,
  };
};
