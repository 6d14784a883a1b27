import { describe, expect, test } from "vitest";
import { callMethod } from "../../../../tests/client/call-method.ts";
import { calls } from "../../../../tests/client/calls.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { anySuccess, operationIds, operationRows, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient } from "../index.ts";
import { operations } from "../operations/operations.gen.ts";

const { fetch, requests } = scriptedFetch(respondWith(anySuccess));
const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });

/** The error of a call that is rejected before anything is sent. */
async function refusalOf(call: (client: InstantlyClient) => Promise<unknown>): Promise<unknown> {
  const before = requests.length;
  const error = await Promise.resolve()
    .then(() => call(client))
    .then(
      () => "the call was made",
      (reason: unknown) => reason,
    );
  expect(requests).toHaveLength(before);
  return error;
}

const refused = (message: RegExp) => ({
  code: "invalid_request",
  outcome: "not_sent",
  attempts: 0,
  message: expect.stringMatching(message),
});

const rejects = operationIds.flatMap((id) =>
  operationRows[id].rejects.map(([input, message]) => ({ id, input, message })),
);

test.each(rejects)("$id rejects $input", async ({ id, input, message }) => {
  const { id: pathId } = operationRows[id];
  const call = () => callMethod(client, id, { ...(pathId !== undefined && { id: pathId }), input });
  expect(await refusalOf(call)).toMatchObject(refused(message));
});

test.each(writeIds.filter((id) => operations[id].hasBody))("%s rejects a body without fields", async (id) => {
  const { id: pathId } = operationRows[id];
  const call = () => callMethod(client, id, { ...(pathId !== undefined && { id: pathId }), input: {} });
  expect(await refusalOf(call)).toMatchObject({ code: "invalid_request", outcome: "not_sent" });
});

describe("a bulk delete", () => {
  test.each<[string, object, RegExp]>([
    ["nothing", {}, /campaign_id or list_id/],
    ["ids alone", { ids: ["lead-1"] }, /campaign_id or list_id/],
    ["an empty campaign", { campaign_id: "" }, /campaign_id or list_id/],
    ["a misspelled campaign", { campaign: "c", list_id: "l" }, /campaign .*campaign_id/],
    ["misspelled ids", { campaign_id: "c", id: ["lead-1"] }, /\bid\b.*ids/],
    ["a misspelled limit", { campaign_id: "c", limits: 5 }, /limits .*limit/],
    ["no ids in the list", { campaign_id: "c", ids: [] }, /ids/],
    ["ids that are not a list", { campaign_id: "c", ids: "lead-1" }, /ids/],
  ])("that selects by %s is rejected", async (_, selection, message) => {
    expect(await refusalOf(({ leads }) => leads.deleteMany(selection))).toMatchObject(refused(message));
  });

  test.each([{ campaign_id: "c" }, { list_id: "l", ids: ["lead-1"] }, { campaign_id: "c", status: 3, limit: 10 }])(
    "by %j is sent unchanged",
    async (selection) => {
      await client.leads.deleteMany(selection as object);
      expect(JSON.parse(String(requests.at(-1)?.init.body))).toEqual(selection);
    },
  );
});

describe("a call through .raw", () => {
  test.each<[string, (client: InstantlyClient) => Promise<unknown>, RegExp]>([
    ["deletes without a body", ({ raw }) => raw.DELETE("/api/v2/leads", {} as never), /campaign_id or list_id/],
    [
      "deletes by a misspelled selector",
      ({ raw }) => raw.DELETE("/api/v2/leads", { body: { campaign_id: "c", id: ["lead-1"] } as object }),
      /\bid\b.*ids/,
    ],
    [
      "replies without words",
      ({ raw }) =>
        raw.POST("/api/v2/emails/reply", { body: { reply_to_uuid: "m", eaccount: "a@b.c", subject: "s", body: {} } }),
      /body\.html or body\.text/,
    ],
  ])("that %s is rejected", async (_, call, message) => {
    expect(await refusalOf(call)).toMatchObject(refused(message));
  });
});

describe("an option of a call", () => {
  test.each<[string, object, RegExp]>([
    ["a controller in place of its signal", { signal: new AbortController() }, /signal must be an AbortSignal/],
    ["a flag in place of a signal", { signal: false }, /signal must be an AbortSignal/],
    ["NaN in place of a signal", { signal: Number.NaN }, /signal must be an AbortSignal/],
    ["the name of a signal", { signal: "abort" }, /signal must be an AbortSignal/],
    ["a priority of its own", { priority: "urgent" }, /priority must be "interactive" or "bulk"/],
  ])("that is %s is rejected", async (_, options, message) => {
    expect(await refusalOf(({ leads }) => leads.get("id-1", options))).toMatchObject(refused(message));
  });
});

describe("the permission to retry after an unknown outcome", () => {
  test("is rejected where a retry could have a further effect", async () => {
    expect(
      await refusalOf(({ leads }) => leads.deleteMany({ campaign_id: "c" }, { retryUnknown: true })),
    ).toMatchObject(refused(/retryUnknown.*ids/));
    expect(
      await refusalOf(({ leads }) => leads.create({ email: "a@example.com" }, { retryUnknown: true })),
    ).toMatchObject(refused(/retryUnknown.*skip_if_in/));
  });

  test.each(["replyToEmail", "activateCampaign", "createCampaign", "createLeadList"] as const)(
    "has no effect on %s, even against the types: it is sent once",
    async (id) => {
      const broken = scriptedFetch(respondWith({ message: "down" }, 503));
      const unlimited = createInstantlyClient({
        apiKey: "key",
        fetch: broken.fetch,
        rateLimiter: false,
        retry: { minDelayMs: 0, baseDelayMs: 0 },
      });
      const error = await calls[id](unlimited, { retryUnknown: true }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ outcome: expect.stringMatching(/^(unknown|not_sent)$/) });
      expect(broken.requests.length).toBeLessThanOrEqual(1);
    },
  );
});

describe("a limit", () => {
  test.each([0, -1, 101, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "10", null])("of %j is rejected", async (limit) => {
    const query = { limit } as { limit: number };
    for (const call of [
      () => client.leads.list(query),
      () => client.campaigns.list(query),
      () => client.emails.list(query),
      () => client.leadLists.list(query),
      () => client.leads.iterate(query).collect({ max: 5 }),
    ]) {
      expect(await refusalOf(call)).toMatchObject(refused(/limit/));
    }
  });

  test.each([1, 100])("of %d is sent", async (limit) => {
    await client.leads.list({ limit });
    expect(JSON.parse(String(requests.at(-1)?.init.body))).toEqual({ limit });
    await client.campaigns.list({ limit });
    expect(requests.at(-1)?.url.search).toBe(`?limit=${limit}`);
  });
});

describe("a write without content", () => {
  test("an update without a field is rejected", async () => {
    expect(await refusalOf(({ campaigns }) => campaigns.update("id-1", {}))).toMatchObject(refused(/field/));
    const unset = { name: undefined } as object;
    expect(await refusalOf(({ campaigns }) => campaigns.update("id-1", unset))).toMatchObject(refused(/field/));
  });

  test("an update to null is one", async () => {
    await client.campaigns.update("id-1", { daily_limit: null });
    expect(JSON.parse(String(requests.at(-1)?.init.body))).toEqual({ daily_limit: null });
  });

  test.each<[string, unknown]>([
    ["no body", undefined],
    ["an empty body", {}],
    ["an empty text", { text: "" }],
    ["empty texts", { text: "", html: "" }],
  ])("a reply with %s is rejected", async (_, body) => {
    const reply = { reply_to_uuid: "m", eaccount: "a@example.com", subject: "s", body } as Parameters<
      typeof client.emails.reply
    >[0];
    expect(await refusalOf(({ emails }) => emails.reply(reply))).toMatchObject(refused(/body\.(html|text)/));
  });

  test.each([null, undefined])("%j in place of a body is rejected", async (nothing) => {
    const none = nothing as never;
    for (const call of [
      () => client.leads.create(none),
      () => client.leads.deleteMany(none),
      () => client.leads.updateInterestStatus(none),
      () => client.campaigns.create(none),
      () => client.campaigns.update("id-1", none),
      () => client.emails.reply(none),
      () => client.leadLists.create(none),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: "invalid_request", outcome: "not_sent" });
    }
  });

  test("a body that JSON cannot represent is rejected", async () => {
    const circular: Record<string, unknown> = { name: "n" };
    circular["self"] = circular;
    for (const body of [circular, { name: 1n }]) {
      expect(await refusalOf(({ leadLists }) => leadLists.create(body as never))).toMatchObject(refused(/JSON/));
    }
  });
});

test("every write is sent when nothing is wrong with it", async () => {
  for (const id of writeIds) {
    const before = requests.length;
    await calls[id](client);
    expect(requests, id).toHaveLength(before + 1);
  }
});
