import type { TestedOperation } from "./tested-operation.ts";

const page = { items: [{ id: "item-1" }] };

/** The five operations without an effect, `POST /leads/list` among them. */
export const readOperations: readonly TestedOperation[] = [
  {
    name: "list_leads",
    kind: "read",
    call: (client, options) => client.leads.list({ limit: 2 }, options),
    callLarge: (client, options, search) => client.leads.list({ search }, options),
    iterate: (client, options) => client.leads.iterate({}, options),
    answer: page,
  },
  {
    name: "get_lead",
    kind: "read",
    call: (client, options) => client.leads.get("lead-1", options),
    callById: (client, options, id) => client.leads.get(id, options),
    answer: { id: "lead-1", email: "ada@example.com" },
  },
  {
    name: "list_campaigns",
    kind: "read",
    call: (client, options) => client.campaigns.list({ limit: 2 }, options),
    iterate: (client, options) => client.campaigns.iterate({}, options),
    answer: page,
  },
  {
    name: "list_emails",
    kind: "read",
    call: (client, options) => client.emails.list({ limit: 2 }, options),
    iterate: (client, options) => client.emails.iterate({}, options),
    answer: page,
  },
  {
    name: "list_lead_lists",
    kind: "read",
    call: (client, options) => client.leadLists.list({ limit: 2 }, options),
    iterate: (client, options) => client.leadLists.iterate({}, options),
    answer: page,
  },
];
