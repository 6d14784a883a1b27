import type { ActionInputs } from "@modulex-instantly/actions";
import { campaignId, leadId, listId, userId } from "./invented-ids.ts";
import type { OperationRow } from "./operation-row.ts";

const page = { items: [{ id: "id-1" }] };

const interest = { lead_email: "ada@example.com", interest_value: 1 };

const listLeadsInput: Required<ActionInputs["list_leads"]> = {
  search: "Rios",
  filter: "FILTER_VAL_CONTACTED",
  campaign: campaignId,
  list_id: listId,
  in_campaign: true,
  in_list: false,
  ids: [leadId],
  excluded_ids: ["01a06110-9b85-7859-bfff-c0674b659965"],
  contacts: ["mateo.rios@cobaltpress.example.org"],
  organization_user_ids: [userId],
  smart_view_id: "0191d3a4-c05a-7e21-9b44-1c7d3e5f6a80",
  is_website_visitor: false,
  distinct_contacts: true,
  enrichment_status: 11,
  esg_code: "3",
  limit: 25,
  starting_after: leadId,
};

const createLeadInput: Required<ActionInputs["create_lead"]> = {
  campaign: campaignId,
  list_id: listId,
  email: "ines.duarte@harbourlight.example.com",
  first_name: "Ines",
  last_name: "Duarte",
  company_name: "Harbourlight Logistics",
  job_title: "Head of Operations",
  phone: "+351 555 0142",
  website: "https://harbourlight.example.com",
  personalization: "Saw the second warehouse.",
  lt_interest_status: 1,
  pl_value_lead: "2500",
  assigned_to: userId,
  skip_if_in_workspace: true,
  skip_if_in_campaign: true,
  skip_if_in_list: false,
  blocklist_id: "0191d3a4-c05a-7e21-9b44-1c7d3e5f6a81",
  verify_leads_for_lead_finder: false,
  verify_leads_on_import: true,
  custom_variables: { warehouses: 2, ships_abroad: true, note: "north", region: null },
};

const deleteLeadsInput: Required<ActionInputs["delete_leads"]> = {
  campaign_id: campaignId,
  list_id: listId,
  status: -1,
  ids: [leadId],
  limit: 500,
};

const updateInterestInput: Required<ActionInputs["update_lead_interest_status"]> = {
  lead_email: "mateo.rios@cobaltpress.example.org",
  interest_value: 2,
  campaign_id: campaignId,
  list_id: listId,
  ai_interest_value: 1,
  disable_auto_interest: true,
};

/** The operations below `/api/v2/leads`. */
export const leadRows = {
  createLead: {
    method: "leads.create",
    input: { email: "ada@example.com", skip_if_in_workspace: true },
    withText: (personalization) => ({ email: "ada@example.com", personalization }),
    response: { id: "id-1", email: "ada@example.com" },
    effect: "create",
    rejects: [[{}, /at least one field is required/]],
    action: {
      name: "create_lead",
      input: createLeadInput,
      sent: { method: "POST", target: "/api/v2/leads", body: createLeadInput },
      rejects: [
        [{ campaign: "c", first_name: "Ines" }, /email is required when campaign is given/],
        [{ list_id: "l", company_name: "x" }, /email, first_name or last_name is required when list_id is given/],
      ],
    },
  },
  bulkDeleteLeads: {
    method: "leads.deleteMany",
    input: { campaign_id: "id-1", ids: ["lead-1"] },
    withText: (id) => ({ campaign_id: "id-1", ids: [id] }),
    response: { count: 1 },
    effect: "delete",
    rejects: [
      [{}, /campaign_id or list_id is required/],
      [{ ids: ["lead-1"] }, /campaign_id or list_id is required/],
      [{ campaign_id: "id-1", ids: [] }, /ids must be a list of at least one id/],
      [{ list_id: "id-1", lead: "lead-1" }, /lead is not a selector/],
    ],
    action: {
      name: "delete_leads",
      input: deleteLeadsInput,
      sent: { method: "DELETE", target: "/api/v2/leads", body: deleteLeadsInput },
      rejects: [
        [{}, /campaign_id or list_id is required/],
        [{ list_id: "l", ids: [] }, /ids must name at least one lead/],
      ],
    },
  },
  listLeads: {
    method: "leads.list",
    input: { limit: 2 },
    withText: (search) => ({ search }),
    response: page,
    effect: "read",
    rejects: [[{ limit: 0 }, /limit must/]],
    action: {
      name: "list_leads",
      input: listLeadsInput,
      sent: { method: "POST", target: "/api/v2/leads/list", body: listLeadsInput },
      rejects: [[{ limit: 0 }, /limit must/]],
    },
  },
  updateLeadInterestStatus: {
    method: "leads.updateInterestStatus",
    input: interest,
    withText: (lead_email) => ({ ...interest, lead_email }),
    response: { message: "Lead interest status update background job submitted" },
    effect: "update",
    rejects: [[{ ...interest, campaign_id: "" }, /campaign_id must be an id/]],
    action: {
      name: "update_lead_interest_status",
      input: updateInterestInput,
      sent: { method: "POST", target: "/api/v2/leads/update-interest-status", body: updateInterestInput },
      rejects: [],
    },
  },
  getLead: {
    method: "leads.get",
    id: "id-1",
    response: { id: "id-1", email: "ada@example.com" },
    effect: "read",
    rejects: [],
    action: {
      name: "get_lead",
      input: { lead_id: leadId },
      sent: { method: "GET", target: `/api/v2/leads/${leadId}`, body: undefined },
      rejects: [],
    },
  },
} satisfies Readonly<Record<string, OperationRow>>;
