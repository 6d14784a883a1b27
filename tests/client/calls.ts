import type { InstantlyClient, OperationId, RepeatableCallOptions } from "../../packages/client/src/index.ts";
import type { Step } from "./scripted-fetch.ts";
import { answers } from "./scripted-fetch.ts";

/** A call of every operation, with arguments the API would take. */
export const calls: Readonly<
  Record<OperationId, (client: InstantlyClient, options?: RepeatableCallOptions) => Promise<unknown>>
> = {
  createLead: ({ leads }, options) => leads.create({ email: "ada@example.com", skip_if_in_workspace: true }, options),
  bulkDeleteLeads: ({ leads }, options) => leads.deleteMany({ campaign_id: "id-1", ids: ["lead-1"] }, options),
  listLeads: ({ leads }, options) => leads.list({ limit: 10 }, options),
  updateLeadInterestStatus: ({ leads }, options) =>
    leads.updateInterestStatus({ lead_email: "ada@example.com", interest_value: 1 }, options),
  getLead: ({ leads }, options) => leads.get("id-1", options),
  listCampaign: ({ campaigns }, options) => campaigns.list({ limit: 10 }, options),
  createCampaign: ({ campaigns }, options) =>
    campaigns.create(
      {
        name: "Spring",
        campaign_schedule: {
          schedules: [
            { name: "Weekdays", timing: { from: "09:00", to: "17:00" }, days: { 1: true }, timezone: "Etc/GMT+12" },
          ],
        },
      },
      options,
    ),
  patchCampaign: ({ campaigns }, options) => campaigns.update("id-1", { name: "Summer" }, options),
  activateCampaign: ({ campaigns }, options) => campaigns.activate("id-1", options),
  listEmail: ({ emails }, options) => emails.list({ limit: 10 }, options),
  replyToEmail: ({ emails }, options) =>
    emails.reply(
      { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "Re: hello", body: { text: "hello" } },
      options,
    ),
  listLeadList: ({ leadLists }, options) => leadLists.list({ limit: 10 }, options),
  createLeadList: ({ leadLists }, options) => leadLists.create({ name: "Prospects" }, options),
};

export const readIds = ["listLeads", "getLead", "listCampaign", "listEmail", "listLeadList"] as const;
export const writeIds = [
  "createLead",
  "bulkDeleteLeads",
  "updateLeadInterestStatus",
  "createCampaign",
  "patchCampaign",
  "activateCampaign",
  "replyToEmail",
  "createLeadList",
] as const;

/** The success that answers the call of an operation. */
export function success(id: OperationId): Step {
  return answers(successBody(id));
}

/** The body of that success. */
export function successBody(id: OperationId): Record<string, unknown> {
  if (id.startsWith("list")) return { items: [{ id: "id-1" }] };
  if (id === "bulkDeleteLeads") return { count: 1 };
  return id === "updateLeadInterestStatus" ? { message: "submitted" } : { id: "id-1", name: "Spring" };
}
