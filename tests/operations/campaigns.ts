import { fullCampaignSchedule, fullSequences } from "../contract/campaign-shapes.ts";
import { campaignId, userId } from "./invented-ids.ts";
import type { OperationRow } from "./operation-row.ts";

const page = { items: [{ id: "id-1" }] };

const campaign = { id: "id-1", name: "Spring", status: 0 };

const days = { name: "Weekdays", timing: { from: "09:00", to: "17:00" }, days: { 1: true }, timezone: "Etc/GMT+12" };

const draft = { name: "Spring", campaign_schedule: { schedules: [days] } };

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

/** The operations below `/api/v2/campaigns`. */
export const campaignRows = {
  listCampaign: {
    method: "campaigns.list",
    input: { limit: 2 },
    response: page,
    effect: "read",
    rejects: [[{ limit: 0 }, /limit must/]],
    action: {
      name: "list_campaigns",
      input: {
        limit: 50,
        starting_after: campaignId,
        search: "clinics & more",
        tag_ids: "0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21,0191e6b1-84aa-7c0e-8f53-2d96a3b7e410",
        ai_sales_agent_id: userId,
        status: 1,
      },
      sent: {
        method: "GET",
        target: `/api/v2/campaigns?limit=50&starting_after=${campaignId}&search=clinics+%26+more&tag_ids=0191e6b0-3c1d-7f42-9a68-b1d4c7e05f21%2C0191e6b1-84aa-7c0e-8f53-2d96a3b7e410&ai_sales_agent_id=${userId}&status=1`,
        body: undefined,
      },
      rejects: [[{ limit: 0 }, /limit must/]],
    },
  },
  createCampaign: {
    method: "campaigns.create",
    input: draft,
    withText: (name) => ({ ...draft, name }),
    response: campaign,
    effect: "create",
    rejects: [[{}, /at least one field is required/]],
    action: {
      name: "create_campaign",
      input: campaignFields,
      sent: { method: "POST", target: "/api/v2/campaigns", body: campaignFields },
      rejects: [
        [
          { ...campaignFields, campaign_schedule: { schedules: [{ ...days, timezone: "Europe/Berlin" }] } },
          /Europe\/Belgrade/,
        ],
      ],
    },
  },
  patchCampaign: {
    method: "campaigns.update",
    id: "id-1",
    input: { name: "Summer" },
    withText: (name) => ({ name }),
    response: campaign,
    effect: "update",
    rejects: [[{}, /at least one field is required/]],
    action: {
      name: "patch_campaign",
      input: { campaign_id: campaignId, ...campaignFields },
      sent: { method: "PATCH", target: `/api/v2/campaigns/${campaignId}`, body: campaignFields },
      rejects: [[{ campaign_id: "c" }, /at least one field to change is required/]],
    },
  },
  activateCampaign: {
    method: "campaigns.activate",
    id: "id-1",
    response: { ...campaign, status: 1 },
    effect: "send",
    rejects: [],
    action: {
      name: "activate_campaign",
      input: { campaign_id: campaignId },
      sent: { method: "POST", target: `/api/v2/campaigns/${campaignId}/activate`, body: undefined },
      rejects: [],
    },
  },
} satisfies Readonly<Record<string, OperationRow>>;
