import { describe, expect, test } from "vitest";
import { calls } from "../../../../tests/client/calls.ts";
import { respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { writeIds } from "../../../../tests/operations.ts";
import type { Call } from "../call/call.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { OperationId } from "../operations/operation-id.gen.ts";
import { writeLog } from "./with-write-log.ts";

/** What is read to look for each write. */
const readsOf: Readonly<Partial<Record<OperationId, string>>> = {
  createLead: "POST /api/v2/leads/list",
  updateLeadInterestStatus: "POST /api/v2/leads/list",
  bulkDeleteLeads: "POST /api/v2/leads/list",
  createCampaign: "GET /api/v2/campaigns",
  patchCampaign: "GET /api/v2/campaigns",
  activateCampaign: "GET /api/v2/campaigns",
  createLeadList: "GET /api/v2/lead-lists",
  replyToEmail: "GET /api/v2/emails",
};

describe.each(writeIds)("%s", (id) => {
  test.each([
    ["whose outcome is unknown", respondWithText("", 502)],
    ["whose success was lost", respondWithText("", 200)],
  ])("%s is remembered, and looked for where it would be", async (_, step) => {
    const { fetch, requests } = scriptedFetch(step, respondWith({ items: [] }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const error: unknown = await calls[id](client).catch((thrown: unknown) => thrown);
    await client.reconcile(error);
    const reads = requests.slice(1).map(({ init, url }) => `${init.method} ${url.pathname}`);
    expect(reads.length).toBeGreaterThan(0);
    expect(new Set(reads)).toEqual(new Set([readsOf[id]]));
  });

  test("is not looked for any more when its caller gives up", async () => {
    const { fetch, requests } = scriptedFetch(respondWithText("", 502), respondWith({ items: [] }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const error: unknown = await calls[id](client).catch((thrown: unknown) => thrown);
    await expect(client.reconcile(error, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    expect(requests).toHaveLength(1);
  });
});

test.each([[new TypeError("x")], ["x"], [undefined], [null]])(
  "what is thrown and is no error of the client is passed on and not remembered: %o",
  async (thrown) => {
    const { remember, find } = writeLog(() => undefined);
    const send = remember(() => Promise.reject(thrown));
    await expect(send({} as Call)).rejects.toBe(thrown);
    expect(find(thrown)).toBeUndefined();
  },
);
