import { expect } from "vitest";
import { createInstantlyClient } from "../../packages/client/src/create-instantly-client.ts";
import { respondWith, scriptedFetch } from "./scripted-fetch.ts";

const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1", items: [], count: 1 }));
export const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
const { leads, campaigns, emails, leadLists, raw } = client;
/** What the types would not allow. */
export const untyped = (body: unknown) => body as never;

/** The body that a call sends, or the message with which it is rejected; then nothing is sent. */
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
    bulkDeleteLeads: async (body) => leads.deleteMany(untyped(body)),
    replyToEmail: async (body) => emails.reply(untyped(body)),
    createLead: async (body) => leads.create(untyped(body)),
    createCampaign: async (body) => campaigns.create(untyped(body)),
    createLeadList: async (body) => leadLists.create(untyped(body)),
    patchCampaign: async (body) => campaigns.update("id-1", untyped(body)),
    updateLeadInterestStatus: async (body) => leads.updateInterestStatus(untyped(body)),
    listLeads: async (body) => leads.list(untyped(body)),
  },
  ".raw": {
    bulkDeleteLeads: async (body) => raw.DELETE("/api/v2/leads", { body: untyped(body) }),
    replyToEmail: async (body) => raw.POST("/api/v2/emails/reply", { body: untyped(body) }),
    createLead: async (body) => raw.POST("/api/v2/leads", { body: untyped(body) }),
    createCampaign: async (body) => raw.POST("/api/v2/campaigns", { body: untyped(body) }),
    createLeadList: async (body) => raw.POST("/api/v2/lead-lists", { body: untyped(body) }),
    patchCampaign: async (body) =>
      raw.PATCH("/api/v2/campaigns/{id}", { params: { path: { id: "id-1" } }, body: untyped(body) }),
    updateLeadInterestStatus: async (body) => raw.POST("/api/v2/leads/update-interest-status", { body: untyped(body) }),
    listLeads: async (body) => raw.POST("/api/v2/leads/list", { body: untyped(body) }),
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
