import type { InstantlyClient } from "@modulex-instantly/client";

/** What a call is made with: an id for the path, and the query or the body as the API names them. */
export interface CallInput {
  readonly id: string;
  readonly query: object;
  readonly body: object;
}

type ClientCall = (client: InstantlyClient, input: CallInput) => Promise<unknown>;

/** The client's method for each operation. The inputs come from the spec's own examples, hence the casts. */
export const clientCalls: Readonly<Record<string, ClientCall>> = {
  listLeads: ({ leads }, { body }) => leads.list(body),
  getLead: ({ leads }, { id }) => leads.get(id),
  createLead: ({ leads }, { body }) => leads.create(body),
  bulkDeleteLeads: ({ leads }, { body }) => leads.deleteMany(body as Parameters<typeof leads.deleteMany>[0]),
  updateLeadInterestStatus: ({ leads }, { body }) =>
    leads.updateInterestStatus(body as Parameters<typeof leads.updateInterestStatus>[0]),
  listCampaign: ({ campaigns }, { query }) => campaigns.list(query),
  createCampaign: ({ campaigns }, { body }) => campaigns.create(body as Parameters<typeof campaigns.create>[0]),
  patchCampaign: ({ campaigns }, { id, body }) => campaigns.update(id, body),
  activateCampaign: ({ campaigns }, { id }) => campaigns.activate(id),
  listEmail: ({ emails }, { query }) => emails.list(query),
  replyToEmail: ({ emails }, { body }) => emails.reply(body as Parameters<typeof emails.reply>[0]),
  listLeadList: ({ leadLists }, { query }) => leadLists.list(query),
  createLeadList: ({ leadLists }, { body }) => leadLists.create(body as Parameters<typeof leadLists.create>[0]),
};
