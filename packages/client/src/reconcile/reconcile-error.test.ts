import { describe, expect, test } from "vitest";
import { at } from "../../../../tests/client/reconciled.ts";
import { scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient, Outcome } from "../index.ts";
import { InstantlyError, toEnvelope } from "../index.ts";

/** A client whose calls meet these statuses one after the other; 0 cuts the connection, 200 lists nothing. */
function clientMeeting(...statuses: readonly number[]) {
  const steps = statuses.map((status) => () => {
    if (status === 0) throw new TypeError("fetch failed");
    return status === 200 ? Response.json({ items: [] }) : Response.json({ message: "x" }, { status });
  });
  const { fetch, requests } = scriptedFetch(...steps);
  return { client: createInstantlyClient({ apiKey: "key", fetch, retry: false }), requests };
}

async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.fail("it succeeded"),
    (thrown: unknown) => thrown,
  );
}

const reply = ({ emails }: InstantlyClient) =>
  emails.reply({ reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "hello", body: { text: "Ten?" } });
const OUTCOMES: readonly Outcome[] = ["not_sent", "rejected", "unknown", "applied_unverified", "none"];

describe("a value that is not an error of this client is undetermined", () => {
  test.each<[string, unknown]>([
    ["a TypeError", new TypeError("x is not a function")],
    ["undefined", undefined],
    ["null", null],
    ["a text", "not_sent"],
    ["a number", 404],
    ["a symbol", Symbol("x")],
    ["an object that looks like one", { name: "InstantlyError", code: "network", outcome: "not_sent" }],
    ["a function", () => undefined],
    ["an abort", new DOMException("aborted", "AbortError")],
    ["a hostile object", new Proxy({}, { get: () => expect.fail("a trap was called") })],
    ...OUTCOMES.flatMap((outcome): [string, unknown][] => [
      [`an error that somebody made: ${outcome}`, new InstantlyError("x", { code: "network", outcome })],
      [`a refusal that somebody made: ${outcome}`, new InstantlyError("x", { code: "invalid_request", outcome })],
      [
        `an error of an iteration that somebody made: ${outcome}`,
        new InstantlyError("x", { code: "pagination_guard", outcome, itemsYielded: 1 }),
      ],
    ]),
  ])("%s", async (_, thrown) => {
    const { client, requests } = clientMeeting(200);
    expect(await client.reconcile(thrown, { settleMs: 0 })).toBe("undetermined");
    expect(requests).toEqual([]);
  });

  test.each([0, 400, 404, 502])("an error of another client, whose call met %d", async (status) => {
    const error = await thrownBy(reply(clientMeeting(status).client));
    const { client, requests } = clientMeeting(200);
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("undetermined");
    expect(requests, "another workspace holds none of its mails").toEqual([]);
  });

  test("an error of this client inside another one, or a copy of it", async () => {
    const { client } = clientMeeting(400, 200);
    const error = (await thrownBy(reply(client))) as InstantlyError;
    expect(await client.reconcile(new Error("no reply", { cause: error }))).toBe("undetermined");
    expect(await client.reconcile(structuredClone(error))).toBe("undetermined");
    expect(await client.reconcile(new InstantlyError(error.message, { ...error }))).toBe("undetermined");
  });
});

describe("an error of this client whose outcome is settled is not_applied without reading", () => {
  test.each<[string, (client: InstantlyClient) => Promise<unknown>]>([
    ["an error response of the API", reply],
    ["a rejected read", ({ leads }) => leads.get("lead-1")],
    ["a rejected page of an iteration", ({ leads }) => leads.iterate().collect({ max: 5 })],
  ])("%s", async (_, call) => {
    const { client, requests } = clientMeeting(404, 200);
    const error = await thrownBy(call(client));
    expect(await client.reconcile(error)).toBe("not_applied");
    expect(requests).toHaveLength(1);
  });

  test.each<[string, (client: InstantlyClient) => Promise<unknown>]>([
    ["a reply without words", ({ emails }) => emails.reply({} as Parameters<typeof emails.reply>[0])],
    ["an id that leaves the route", ({ campaigns }) => campaigns.activate("../leads")],
    ["a time limit with a wrong name", ({ leads }) => leads.create({}, { timeouts: { all: 1 } as object })],
    ["a signal that is invalid", ({ leads }) => leads.create({}, { signal: 5 as unknown as AbortSignal })],
    ["a list that is asked for too many", ({ leads }) => leads.list({ limit: 101 })],
    ["an iteration with a wrong option", ({ leads }) => leads.iterate({}, { maxItems: -1 }).collect({ max: 1 })],
  ])("%s, which was rejected before it was sent", async (_, call) => {
    const { client, requests } = clientMeeting(200);
    const error = await thrownBy((async () => call(client))());
    expect(error).toBeInstanceOf(InstantlyError);
    expect(await client.reconcile(error)).toBe("not_applied");
    expect(requests).toEqual([]);
  });

  test("an iteration that would never end", async () => {
    const { fetch } = scriptedFetch(() => Response.json({ items: [{}], next_starting_after: "again" }));
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const error = await thrownBy(client.leads.iterate().collect({ max: 5 }));
    expect(error).toMatchObject({ code: "pagination_guard" });
    expect(await client.reconcile(error)).toBe("not_applied");
  });

  test("a call that was aborted before it left", async () => {
    const { client, requests } = clientMeeting(200);
    const error = await thrownBy(client.leads.create({ email: "ada@example.com" }, { signal: AbortSignal.abort() }));
    expect(await client.reconcile(error)).toBe("not_applied");
    expect(requests).toEqual([]);
  });

  test("but not because its fields were changed", async () => {
    const { client } = clientMeeting(502, 200);
    const error = (await thrownBy(reply(client))) as InstantlyError;
    Object.assign(error, { outcome: "rejected", verifyWith: undefined });
    expect(await client.reconcile(error)).toBe("undetermined");
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("not_applied");
  });
});

describe("reads that fail", () => {
  test.each([401, 402, 403, 404, 500])("with %d end the look with their own error", async (status) => {
    const { client } = clientMeeting(502, status);
    const error = await thrownBy(reply(client));
    await expect(client.reconcile(error, { settleMs: 0 })).rejects.toMatchObject({ operation: "listEmail", status });
  });

  test("with 400 can never decide", async () => {
    const { client } = clientMeeting(502, 400);
    expect(await client.reconcile(await thrownBy(reply(client)), { settleMs: 0 })).toBe("undetermined");
  });

  test("can be repeated", async () => {
    const { client } = clientMeeting(502, 0, 200);
    const error = await thrownBy(reply(client));
    await expect(client.reconcile(error, { settleMs: 0 })).rejects.toMatchObject({ code: "network", outcome: "none" });
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("not_applied");
  });

  test("that the caller aborts report the abort", async () => {
    const { client } = clientMeeting(502, 200);
    const error = await thrownBy(reply(client));
    const aborted = client.reconcile(error, { signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("settleMs", () => {
  test.each([-1, Number.NaN, "60000", {}, [], null, true])("of %j is rejected by name", async (settleMs) => {
    const { client } = clientMeeting(502, 200);
    const error = await thrownBy(reply(client));
    const options = { settleMs: settleMs as number };
    await expect(client.reconcile(error, options)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("settleMs"),
    });
  });

  test("counts from the failure of the call, not from its beginning", async () => {
    const { fetch } = scriptedFetch(
      () => new Promise<Response>((resolve) => setTimeout(() => resolve(new Response("", { status: 502 })), 300)),
      () => Response.json({ items: [] }),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const error = await thrownBy(reply(client));
    expect(await client.reconcile(error, { settleMs: 250 })).toBe("undetermined");
  });

  test("counts until the first read, however long the reads take", async () => {
    const { fetch } = scriptedFetch(
      () => new Response("", { status: 502 }),
      () => new Promise<Response>((resolve) => setTimeout(() => resolve(Response.json({ items: [] })), 300)),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const error = await thrownBy(reply(client));
    expect(await client.reconcile(error, { settleMs: 250 })).toBe("undetermined");
  });
});

test("a response that is older than an earlier one is no proof, because it came from a cache", async () => {
  let aheadMs = 0;
  const { fetch } = scriptedFetch(({ init }) => {
    const headers = { date: new Date(Date.now() + aheadMs).toUTCString() };
    return init.method === "POST"
      ? new Response("", { status: 502, headers })
      : Response.json({ items: [] }, { headers });
  });
  const client = createInstantlyClient({ apiKey: "key", fetch });
  const error = await thrownBy(reply(client));
  aheadMs = -60_000;
  expect(await client.reconcile(error, { settleMs: 0 })).toBe("undetermined");
  aheadMs = 0;
  expect(await client.reconcile(error, { settleMs: 0 })).toBe("not_applied");
});

test("the error in an envelope is the one that can be looked up", async () => {
  const { client } = clientMeeting(502, 200);
  const envelope = await toEnvelope(reply(client));
  expect(envelope.success).toBe(false);
  expect(await client.reconcile(envelope.success ? undefined : envelope.cause, { settleMs: 0 })).toBe("not_applied");
});

test.each(["Sat, 01 Jan 2050 00:00:00", "2050-01-01T00:00:00Z", "5", "tomorrow", ""])(
  "a Date header of %j sets no clock",
  async (date) => {
    const items = [{ id: "x", name: "Spring", timestamp_created: at(0) }];
    const { fetch } = scriptedFetch(
      () => new Response("", { status: 502 }),
      () => Response.json({ items }, { headers: { date } }),
    );
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const error = await thrownBy(client.leadLists.create({ name: "Spring" }));
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("applied");
  },
);
