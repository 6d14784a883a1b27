import type { CreateLeadRequest, Lead } from "@modulex-instantly/types";
import { ApiError } from "../api-error.ts";
import { scheduleCampaign } from "../engine/run-campaign.ts";
import { serializeLead } from "../serialize/serialize-lead.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";
import { addCustomVariables } from "./add-custom-variables.ts";
import { definedFields } from "./defined-fields.ts";
import type { Handler, HandlerContext } from "./handler.ts";

const VERIFIED_AFTER = 60_000;

/** Stores a lead in a campaign, in a list, or in neither. */
export const createLead: Handler<"createLead"> = ({ body }, context) => {
  const { database, workspace, mode } = context;
  const campaign = requireCampaign(body, context);
  requireList(body, context);
  const existing = existingLead(body, context);
  if (existing !== undefined) {
    const known = serializeLead(existing, { organization: workspace.id, now: database.clock.now, mode });
    if (context.assumptions.skippedLead === "existing_lead") return { body: known, effects: 0 };
    const { id: _, ...withoutId } = known;
    return { body: withoutId as Lead, effects: 0 };
  }

  const lead = storedLead(body, context);
  workspace.leads.add(lead);
  if (body.verify_leads_on_import === true) {
    activityOf(workspace.leads.edit(lead)).verification = 11;
    const at = lead.created + VERIFIED_AFTER;
    database.events.plan({ kind: "verification", at, workspace: workspace.id, lead: lead.id });
  }
  if (campaign !== undefined) {
    addCustomVariables(workspace, campaign, lead.custom);
    workspace.queues.get(campaign.id)?.add(lead);
    if (campaign.status === 1) scheduleCampaign(database, workspace, campaign, lead.created);
  }
  return { body: serializeLead(lead, { organization: workspace.id, now: database.clock.now, mode }), effects: 1 };
};

/** The stored lead, with its id and times from the database. */
function storedLead(body: CreateLeadRequest, { database }: HandlerContext): StoredLead {
  const now = database.clock.tick();
  const { campaign, list_id, email, first_name, last_name, company_name, job_title, phone, website } = body;
  const { personalization, pl_value_lead, assigned_to, custom_variables } = body;
  const profile = { email, first_name, last_name, company_name, job_title, phone, website, personalization };
  return {
    id: database.ids.ordered(now),
    created: now,
    updated: now,
    status: campaign == null && list_id != null ? 0 : 1,
    ...(definedFields({
      campaign: campaign?.toLowerCase(),
      list_id: list_id?.toLowerCase(),
      ...profile,
      pl_value_lead,
      assigned_to,
      interest: body.lt_interest_status,
    }) as Partial<StoredLead>),
    ...(custom_variables && Object.keys(custom_variables).length > 0 ? { custom: custom_variables } : {}),
  };
}

function requireCampaign({ campaign, email }: CreateLeadRequest, { workspace }: HandlerContext) {
  if (campaign == null) return undefined;
  if (!email) throw new ApiError(400, "body must have required property 'email'");
  const found = workspace.campaigns.withId(campaign);
  if (found === undefined) throw new ApiError(404, "Resource not found");
  return found;
}

function requireList(body: CreateLeadRequest, { workspace, assumptions }: HandlerContext): void {
  if (body.list_id == null) return;
  if (body.campaign != null && assumptions.campaignAndList === "refuse") {
    throw new ApiError(400, "Cannot add leads to both a campaign and a list in the same request.");
  }
  if (!body.email && !body.first_name && !body.last_name) {
    throw new ApiError(400, "body must have at least one of 'email', 'first_name', 'last_name'");
  }
  if (workspace.leadList(body.list_id) === undefined) throw new ApiError(404, "Resource not found");
}

function existingLead(body: CreateLeadRequest, { workspace, assumptions }: HandlerContext): StoredLead | undefined {
  if (!body.email) return undefined;
  const same = workspace.leads.withEmail(body.email);
  const inCampaign =
    body.campaign == null ? undefined : same.find(({ campaign }) => campaign === body.campaign?.toLowerCase());
  const inList = body.list_id == null ? undefined : same.find(({ list_id }) => list_id === body.list_id?.toLowerCase());
  return (
    (body.skip_if_in_workspace === true ? same[0] : undefined) ??
    (body.skip_if_in_campaign === true || assumptions.duplicateInCampaign === "existing_lead"
      ? inCampaign
      : undefined) ??
    (body.skip_if_in_list === true ? inList : undefined)
  );
}
