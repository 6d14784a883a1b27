import { ApiError } from "../api-error.ts";
import { isEmailAddress } from "../engine/email-address.ts";
import type { Handler } from "./handler.ts";

/** Accepts a new interest status. A background job sets it a little later. */
export const updateLeadInterestStatus: Handler<"updateLeadInterestStatus"> = ({ body }, context) => {
  const { database, workspace, assumptions } = context;
  if (!isEmailAddress(body.lead_email)) throw new ApiError(400, "Invalid lead email");
  const leads = workspace.leads
    .withEmail(body.lead_email)
    .filter((lead) => body.campaign_id === undefined || lead.campaign === body.campaign_id.toLowerCase())
    .filter((lead) => body.list_id === undefined || lead.list_id === body.list_id.toLowerCase());
  if (leads.length === 0 && assumptions.interestOfUnknownLead === "not_found") {
    throw new ApiError(404, "Resource not found");
  }
  database.events.plan({
    kind: "interest",
    at: database.clock.now + assumptions.interestDelayMs,
    workspace: workspace.id,
    leads: leads.map(({ id }) => id),
    value: body.interest_value,
    keepFromAi: body.disable_auto_interest === true,
  });
  return {
    status: assumptions.interestAccepted,
    body: { message: "Lead interest status update background job submitted" },
    effects: leads.length,
  };
};
