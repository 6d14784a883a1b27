import type { ActionInputs } from "@modulex-instantly/actions";
import { fullCampaignSchedule, fullSequences } from "./campaign-shapes.ts";

/** An action with all of its parameters, and the request that it must make, written by hand. */
export type ActionCase = {
  [Name in keyof ActionInputs]: {
    readonly action: Name;
    readonly input: Required<ActionInputs[Name]>;
    readonly sent: {
      readonly method: string;
      /** Path and query as sent. */
      readonly target: string;
      readonly body: object | undefined;
    };
  };
}[keyof ActionInputs];

const campaign = "b8cc96b1-db3c-4fbb-a266-52a8cd16816b";
const list = "8b7e2c4d-15f3-4d68-b0c9-2a91e7d45f23";
const lead = "01a06110-9948-7dca-8e1f-ce81b287ddec";
const user = "0191d3a4-9d0e-7c33-b1a2-5f7e8d9c0b11";

const listLeads: Required<ActionInputs["list_leads"]> = {
  search: "Rios",
  filter: "FILTER_VAL_CONTACTED",
  campaign,
  list_id: list,
  in_campaign: true,
  in_list: false,
  ids: [lead],
  excluded_ids: ["01a06110-9b85-7859-bfff-c0674b659965"],
  contacts: ["mateo.rios@cobaltpress.example.org"],
  organization_user_ids: [user],
  smart_view_id: "0191d3a4-c05a-7e21-9b44-1c7d3e5f6a80",
  is_website_visitor: false,
  distinct_contacts: true,
  enrichment_status: 11,
  esg_code: "3",
  limit: 25,
  starting_after: lead,
};

const createLead: Required<ActionInputs["create_lead"]> = {
  campaign,
  list_id: list,
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
  assigned_to: user,
  skip_if_in_workspace: true,
  skip_if_in_campaign: true,
  skip_if_in_list: false,
  blocklist_id: "0191d3a4-c05a-7e21-9b44-1c7d3e5f6a81",
  verify_leads_for_lead_finder: false,
  verify_leads_on_import: true,
  custom_variables: { warehouses: 2, ships_abroad: true, note: "north", region: null },
};

const deleteLeads: Required<ActionInputs["delete_leads"]> = {
  campaign_id: campaign,
  list_id: list,
  status: -1,
  ids: [lead],
  limit: 500,
};

const updateInterest: Required<ActionInputs["update_lead_interest_status"]> = {
  lead_email: "mateo.rios@cobaltpress.example.org",
  interest_value: 2,
  campaign_id: campaign,
  list_id: list,
  ai_interest_value: 1,
  disable_auto_interest: true,
};

const campaignFields = {
  name: "Clinics, autumn",
  campaign_schedule: fullCampaignSchedule,
  sequences: fullSequences,
  email_list: ["mara.klein@outreach.example.com"],
  daily_limit: 40,
  daily_max_leads: 20,
  open_tracking: true,
  stop_on_reply: true,
  link_tracking: false,
  text_only: false,
  email_gap: 10,
  pl_value: 1200.5,
};

const createLeadList: Required<ActionInputs["create_lead_list"]> = {
  name: "Berlin founders, autumn",
  has_enrichment_task: true,
  owned_by: user,
};

/** The cases by operation id. */
export const actionCases: Readonly<Record<string, ActionCase>> = {
  listLeads: {
    action: "list_leads",
    input: listLeads,
    sent: { method: "POST", target: "/api/v2/leads/list", body: listLeads },
  },
  getLead: {
    action: "get_lead",
    input: { lead_id: lead },
    sent: { method: "GET", target: `/api/v2/leads/${lead}`, body: undefined },
  },
  createLead: {
    action: "create_lead",
    input: createLead,
    sent: { method: "POST", target: "/api/v2/leads", body: createLead },
  },
  bulkDeleteLeads: {
    action: "delete_leads",
    input: deleteLeads,
    sent: { method: "DELETE", target: "/api/v2/leads", body: deleteLeads },
  },
  updateLeadInterestStatus: {
    action: "update_lead_interest_status",
    input: updateInterest,
    sent: { method: "POST", target: "/api/v2/leads/update-interest-status", body: updateInterest },
  },
  listCampaign: {
    action: "list_campaigns",
    input: {
      limit: 50,
      starting_after: campaign,
      search: "clinics & more",
      tag_ids: "0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21,0191e6b1-84aa-7c0e-8f53-2d96a3b7e410",
      ai_sales_agent_id: user,
      status: 1,
    },
    sent: {
      method: "GET",
      target: `/api/v2/campaigns?limit=50&starting_after=${campaign}&search=clinics+%26+more&tag_ids=0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21%2C0191e6b1-84aa-7c0e-8f53-2d96a3b7e410&ai_sales_agent_id=${user}&status=1`,
      body: undefined,
    },
  },
  createCampaign: {
    action: "create_campaign",
    input: campaignFields,
    sent: { method: "POST", target: "/api/v2/campaigns", body: campaignFields },
  },
  patchCampaign: {
    action: "patch_campaign",
    input: { campaign_id: campaign, ...campaignFields },
    sent: { method: "PATCH", target: `/api/v2/campaigns/${campaign}`, body: campaignFields },
  },
  activateCampaign: {
    action: "activate_campaign",
    input: { campaign_id: campaign },
    sent: { method: "POST", target: `/api/v2/campaigns/${campaign}/activate`, body: undefined },
  },
  listEmail: {
    action: "list_emails",
    input: {
      limit: 5,
      starting_after: "01a0c2ee-4fff-79e2-871c-bb6d3f725a41",
      search: "thread:31-dzB0",
      campaign_id: campaign,
      list_id: list,
      i_status: 1,
      eaccount: "mara.klein@outreach.example.com",
      lead: "lena+x@brightlane.example.org",
      is_unread: true,
    },
    sent: {
      method: "GET",
      target: `/api/v2/emails?limit=5&starting_after=01a0c2ee-4fff-79e2-871c-bb6d3f725a41&search=thread%3A31-dzB0&campaign_id=${campaign}&list_id=${list}&i_status=1&eaccount=mara.klein%40outreach.example.com&lead=lena%2Bx%40brightlane.example.org&is_unread=true`,
      body: undefined,
    },
  },
  replyToEmail: {
    action: "reply_to_email",
    input: {
      eaccount: "mara.klein@outreach.example.com",
      reply_to_uuid: "01a0c864-cf48-74a2-9b6b-7ae0289cbece",
      subject: "Re: Fewer no-shows",
      body_text: "Thursday it is.",
      body_html: "Thursday it is.<br/>Mara",
      cc_address_email_list: "jonas.wirth@brightlane.example.org",
      bcc_address_email_list: "crm@outreach.example.com",
    },
    sent: {
      method: "POST",
      target: "/api/v2/emails/reply",
      body: {
        eaccount: "mara.klein@outreach.example.com",
        reply_to_uuid: "01a0c864-cf48-74a2-9b6b-7ae0289cbece",
        subject: "Re: Fewer no-shows",
        cc_address_email_list: "jonas.wirth@brightlane.example.org",
        bcc_address_email_list: "crm@outreach.example.com",
        body: { text: "Thursday it is.", html: "Thursday it is.<br/>Mara" },
      },
    },
  },
  listLeadList: {
    action: "list_lead_lists",
    input: { limit: 100, starting_after: "2026-09-01T08:30:00.000Z", has_enrichment_task: false, search: "Berlin" },
    sent: {
      method: "GET",
      target:
        "/api/v2/lead-lists?limit=100&starting_after=2026-09-01T08%3A30%3A00.000Z&has_enrichment_task=false&search=Berlin",
      body: undefined,
    },
  },
  createLeadList: {
    action: "create_lead_list",
    input: createLeadList,
    sent: { method: "POST", target: "/api/v2/lead-lists", body: createLeadList },
  },
};
