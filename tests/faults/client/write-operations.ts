import type { CreateCampaignInput } from "@modulex-instantly/types";
import type { TestedOperation } from "./tested-operation.ts";

const draft = (name: string): CreateCampaignInput => ({
  name,
  campaign_schedule: {
    schedules: [
      { name: "Days", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone: "America/Detroit" },
    ],
  },
});
const campaign = { id: "campaign-1", name: "Autumn", status: 0 };

/** The eight operations with an effect; not one of them may be sent twice without proof. */
export const writeOperations: readonly TestedOperation[] = [
  {
    name: "create_lead",
    kind: "write",
    call: (client, options) => client.leads.create({ email: "ada@example.com" }, options),
    callLarge: (client, options, personalization) => client.leads.create({ email: "a@b.c", personalization }, options),
    answer: { id: "lead-1", email: "ada@example.com" },
  },
  {
    name: "delete_leads",
    kind: "write",
    call: (client, options) => client.leads.deleteMany({ campaign_id: "campaign-1", ids: ["lead-1"] }, options),
    callLarge: (client, options, id) => client.leads.deleteMany({ campaign_id: "campaign-1", ids: [id] }, options),
    answer: { count: 1 },
  },
  {
    name: "update_lead_interest_status",
    kind: "write",
    call: (client, options) =>
      client.leads.updateInterestStatus({ lead_email: "ada@example.com", interest_value: 1 }, options),
    callLarge: (client, options, lead_email) =>
      client.leads.updateInterestStatus({ lead_email, interest_value: 1 }, options),
    answer: { message: "Lead interest status update background job submitted" },
  },
  {
    name: "create_campaign",
    kind: "write",
    call: (client, options) => client.campaigns.create(draft("Autumn"), options),
    callLarge: (client, options, name) => client.campaigns.create(draft(name), options),
    answer: campaign,
  },
  {
    name: "patch_campaign",
    kind: "write",
    call: (client, options) => client.campaigns.update("campaign-1", { name: "Winter" }, options),
    callLarge: (client, options, name) => client.campaigns.update("campaign-1", { name }, options),
    callById: (client, options, id) => client.campaigns.update(id, { name: "Winter" }, options),
    answer: campaign,
  },
  {
    name: "activate_campaign",
    kind: "write",
    call: (client, options) => client.campaigns.activate("campaign-1", options),
    callById: (client, options, id) => client.campaigns.activate(id, options),
    answer: { ...campaign, status: 1 },
  },
  {
    name: "reply_to_email",
    kind: "write",
    call: (client, options) => client.emails.reply(reply("Yes, Tuesday."), options),
    callLarge: (client, options, text) => client.emails.reply(reply(text), options),
    answer: { id: "email-2", subject: "Re: Tuesday" },
  },
  {
    name: "create_lead_list",
    kind: "write",
    call: (client, options) => client.leadLists.create({ name: "Founders" }, options),
    callLarge: (client, options, name) => client.leadLists.create({ name }, options),
    answer: { id: "list-1", name: "Founders" },
  },
];

function reply(text: string) {
  return {
    reply_to_uuid: "email-1",
    eaccount: "mara@outbound.example.com",
    subject: "Re: Tuesday",
    body: { text },
  };
}
