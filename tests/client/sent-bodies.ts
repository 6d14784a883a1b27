import { expect } from "vitest";
import { createInstantlyClient } from "../../packages/client/src/create-instantly-client.ts";
import { answers, scriptedFetch } from "./scripted-fetch.ts";

const { fetch, requests } = scriptedFetch(answers({ id: "id-1", items: [], count: 1 }));
export const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
const { leads, campaigns, emails, leadLists, raw } = client;
/** What the types would not allow. */
export const never = (body: unknown) => body as never;

/** The body that a call sends, or the message with which it is refused; then nothing is sent. */
export async function sentBy(call: () => Promise<unknown>): Promise<unknown> {
  const before = requests.length;
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) {
    expect(requests).toHaveLength(before + 1);
    return JSON.parse(String(requests.at(-1)?.init.body));
  }
  expect(requests, "nothing is sent").toHaveLength(before);
  expect(error).toMatchObject({ code: "invalid_request", outcome: "not_sent", attempts: 0 });
  return (error as Error).message;
}

/** Both ways to send a body. */
export const ways: Record<string, Record<string, (body: unknown) => Promise<unknown>>> = {
  resources: {
    bulkDeleteLeads: async (body) => leads.deleteMany(never(body)),
    replyToEmail: async (body) => emails.reply(never(body)),
    createLead: async (body) => leads.create(never(body)),
    createCampaign: async (body) => campaigns.create(never(body)),
    createLeadList: async (body) => leadLists.create(never(body)),
    patchCampaign: async (body) => campaigns.update("id-1", never(body)),
    updateLeadInterestStatus: async (body) => leads.updateInterestStatus(never(body)),
    listLeads: async (body) => leads.list(never(body)),
  },
  ".raw": {
    bulkDeleteLeads: async (body) => raw.DELETE("/api/v2/leads", { body: never(body) }),
    replyToEmail: async (body) => raw.POST("/api/v2/emails/reply", { body: never(body) }),
    createLead: async (body) => raw.POST("/api/v2/leads", { body: never(body) }),
    createCampaign: async (body) => raw.POST("/api/v2/campaigns", { body: never(body) }),
    createLeadList: async (body) => raw.POST("/api/v2/lead-lists", { body: never(body) }),
    patchCampaign: async (body) =>
      raw.PATCH("/api/v2/campaigns/{id}", { params: { path: { id: "id-1" } }, body: never(body) }),
    updateLeadInterestStatus: async (body) => raw.POST("/api/v2/leads/update-interest-status", { body: never(body) }),
    listLeads: async (body) => raw.POST("/api/v2/leads/list", { body: never(body) }),
  },
};
export const writes = ["createLead", "createCampaign", "createLeadList", "patchCampaign", "updateLeadInterestStatus"];

/** JSON leaves out what is a getter of the class. */
export class WithGetter {
  get campaign_id() {
    return "c";
  }
  get name() {
    return "n";
  }
}
