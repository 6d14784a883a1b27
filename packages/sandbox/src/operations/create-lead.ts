import type { CreateLeadRequest, Lead } from "@modulex-instantly/types";
import { planLook } from "../engine/plan-look.ts";
import { Refusal } from "../refusal.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { activityOf } from "../state/stored-lead.ts";
import { leadOnTheWire } from "../wire/lead-on-the-wire.ts";
import type { Handler, Scene } from "./handler.ts";
import { setFields } from "./set-fields.ts";
import { widenVariables } from "./widen-variables.ts";

const VERIFIED_AFTER = 60_000;

/** Stores a lead in a campaign, in a list, or in neither. */
export const createLead: Handler<"createLead"> = ({ body }, scene) => {
  const { world, workspace, mode } = scene;
  const campaign = requireCampaign(body, scene);
  requireList(body, scene);
  const existing = knownLead(body, scene);
  if (existing !== undefined) {
    const known = leadOnTheWire(existing, { organization: workspace.id, now: world.clock.now, mode });
    if (scene.unknowns.skippedLead === "existing_lead") return { body: known, effects: 0 };
    const { id: _, ...withoutId } = known;
    return { body: withoutId as Lead, effects: 0 };
  }

  const lead = storedLead(body, scene);
  workspace.leads.add(lead);
  if (body.verify_leads_on_import === true) {
    activityOf(workspace.leads.edit(lead)).verification = 11;
    const at = lead.created + VERIFIED_AFTER;
    world.events.plan({ kind: "verification", at, workspace: workspace.id, lead: lead.id });
  }
  if (campaign !== undefined) {
    widenVariables(workspace, campaign, lead.custom);
    workspace.queues.get(campaign.id)?.add(lead);
    if (campaign.status === 1) planLook(world, workspace, campaign, lead.created);
  }
  return { body: leadOnTheWire(lead, { organization: workspace.id, now: world.clock.now, mode }), effects: 1 };
};

/** The lead as it is stored; ids and times come from the world. */
function storedLead(body: CreateLeadRequest, { world }: Scene): StoredLead {
  const now = world.clock.tick();
  const { campaign, list_id, email, first_name, last_name, company_name, job_title, phone, website } = body;
  const { personalization, pl_value_lead, assigned_to, custom_variables } = body;
  const profile = { email, first_name, last_name, company_name, job_title, phone, website, personalization };
  return {
    id: world.ids.ordered(now),
    created: now,
    updated: now,
    status: campaign == null && list_id != null ? 0 : 1,
    ...(setFields({
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

function requireCampaign({ campaign, email }: CreateLeadRequest, { workspace }: Scene) {
  if (campaign == null) return undefined;
  if (!email) throw new Refusal(400, "body must have required property 'email'");
  const found = workspace.campaigns.withId(campaign);
  if (found === undefined) throw new Refusal(404, "Resource not found");
  return found;
}

function requireList(body: CreateLeadRequest, { workspace, unknowns }: Scene): void {
  if (body.list_id == null) return;
  if (body.campaign != null && unknowns.campaignAndList === "refuse") {
    throw new Refusal(400, "Cannot add leads to both a campaign and a list in the same request.");
  }
  if (!body.email && !body.first_name && !body.last_name) {
    throw new Refusal(400, "body must have at least one of 'email', 'first_name', 'last_name'");
  }
  if (workspace.leadList(body.list_id) === undefined) throw new Refusal(404, "Resource not found");
}

function knownLead(body: CreateLeadRequest, { workspace, unknowns }: Scene): StoredLead | undefined {
  if (!body.email) return undefined;
  const same = workspace.leads.withEmail(body.email);
  const inCampaign =
    body.campaign == null ? undefined : same.find(({ campaign }) => campaign === body.campaign?.toLowerCase());
  const inList = body.list_id == null ? undefined : same.find(({ list_id }) => list_id === body.list_id?.toLowerCase());
  return (
    (body.skip_if_in_workspace === true ? same[0] : undefined) ??
    (body.skip_if_in_campaign === true || unknowns.duplicateInCampaign === "existing_lead" ? inCampaign : undefined) ??
    (body.skip_if_in_list === true ? inList : undefined)
  );
}
