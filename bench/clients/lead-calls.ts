import type { ComparedClient } from "./compared-client.ts";

/** The calls that are timed. */
export const leadCalls = {
  "one lead": (client: ComparedClient) => client.getLead("01a06110-96fe-736c-901d-000000000001"),
  "100-lead page": (client: ComparedClient) =>
    client.listLeads({ campaign: "b8cc96b1-db3c-4fbb-a266-52a8cd16816b", limit: 100 }),
};

/** The name of a call. */
export type LeadCall = keyof typeof leadCalls;
