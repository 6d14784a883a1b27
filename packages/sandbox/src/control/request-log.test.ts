import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import type { LoggedRequestDetail, RequestLogPage } from "../journal/request-log-views.ts";

async function get<Body>(api: TestSandbox, path: string): Promise<Body> {
  const { status, body } = await api.request(`GET /_sandbox${path}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body as Body;
}

const real = "MDE5YTJiM2MtNGQ1ZS02ZjcwLTgxOTItYTNiNGM1ZDZlN2Y4OlpxV2VSdFl1SW9QYQ==";

describe("the log of requests", () => {
  test("has operation, status, effect and duration, newest first, and why a request was refused", async () => {
    const api = createTestSandbox();
    await api.createLead({ email: "ada@kestrel.example.com", first_name: "Ada", nick: "A" });
    await api.request("GET /campaigns?limit=500");
    await api.request("GET /nowhere");
    api.sandbox.plan({ operation: "listCampaign", fault: { kind: "status", status: 503, message: "Down" } });
    await api.request("GET /campaigns");
    api.sandbox.plan({ operation: "createLead", fault: { kind: "drop_after_commit" } });
    await expect(api.createLead({ email: "bo@kestrel.example.com" })).rejects.toThrow();

    const { requests } = await get<RequestLogPage>(api, "/log");
    expect(
      requests.map(({ number, operation, status, effect, effects }) => [number, operation, status, effect, effects]),
    ).toEqual([
      [5, "createLead", null, "create", 1],
      [4, "listCampaign", 503, "read", 0],
      [3, null, 404, null, 0],
      [2, "listCampaign", 400, "read", 0],
      [1, "createLead", 200, "create", 1],
    ]);
    expect(requests.map(({ reason }) => reason)).toEqual([
      "A planned fault: drop_after_commit",
      "A planned fault: status",
      expect.stringContaining("there is no route GET /api/v2/nowhere"),
      "querystring/limit must be <= 100",
      null,
    ]);
    expect(requests.at(-1)).toMatchObject({ ignored: ["nick"], key: "full" });
    for (const { durationMs, realTime } of requests) {
      expect(durationMs).toBeGreaterThanOrEqual(0);
      expect(Math.abs(Date.parse(realTime) - Date.now())).toBeLessThan(60_000);
    }
    for (const request of requests)
      for (const name of ["headers", "body", "responseBody"]) expect(request).not.toHaveProperty(name);
  });

  test("has redacted headers and bodies of one request, and never a key", async () => {
    const api = createTestSandbox();
    const { full } = api.sandbox.keys;
    const secrets = { cookie: "session=1", "x-api-key": "k", "x-note": `see ${full}` };
    await api.request(
      "POST /leads",
      { email: "ada@kestrel.example.com", personalization: `${full} ${"x".repeat(500)}` },
      secrets,
    );
    const detail = await get<LoggedRequestDetail>(api, "/log/1");
    expect(detail.headers).toMatchObject({
      authorization: "Bearer [redacted]",
      cookie: "[redacted]",
      "x-api-key": "[redacted]",
      "x-note": "see [key]",
    });
    expect(detail.body).toMatchObject({
      email: "ada@kestrel.example.com",
      personalization: expect.stringMatching(/^\[key\] x+\.\.\.$/),
    });
    expect(JSON.parse(detail.responseBody ?? "")).toMatchObject({ email: "ada@kestrel.example.com" });
    expect(detail.responseHeaders["content-type"]).toContain("application/json");
    for (const authorization of [`Bearer ${real}`, real, `Basic ${real}`]) {
      expect((await api.request("GET /campaigns", undefined, { authorization })).status).toBe(401);
    }
    const { requests } = await get<RequestLogPage>(api, "/log");
    const details = await Promise.all(requests.map(({ number }) => get(api, `/log/${number}`)));
    const text = JSON.stringify([requests, details]);
    expect(text).not.toContain(full);
    expect(text).not.toContain(real);
    expect(requests.map(({ reason }) => reason ?? "").join()).toContain(
      "This is a sandbox: it only accepts its own keys",
    );
    expect(api.sandbox.journal().entries).toHaveLength(1);
  });

  test("has what a request sent, whole and unchanged, so that it can be repeated", async () => {
    const api = createTestSandbox();
    const { full } = api.sandbox.keys;
    const personalization = `it's "$HOME"\n${"ü".repeat(1000)}`;
    await api.request("POST /leads", { email: "ada@kestrel.example.com", personalization, api_key: full });
    await api.request("GET /campaigns?limit=500&limit=2&api_key=secret");
    await api.request("POST /leads/list", { limit: 500, search: full });
    await api.request("POST /leads", [1]);
    await api.request("POST /leads", { unknown: 1 });
    const authorization = `Bearer ${real}`;
    await api.request("GET /campaigns?limit=5", undefined, { authorization });
    await api.request("GET /nothing?limit=5");
    const sent = async (number: number): Promise<unknown> =>
      (await get<LoggedRequestDetail>(api, `/log/${number}`)).sent;
    expect(await sent(1)).toEqual({ query: null, body: { email: "ada@kestrel.example.com", personalization } });
    expect(await sent(2)).toEqual({ query: { limit: ["500", "2"] }, body: null });
    expect(await sent(3)).toEqual({ query: null, body: { limit: 500, search: "[key]" } });
    expect(await sent(4)).toEqual({ query: null, body: null });
    expect(await sent(5)).toEqual({ query: null, body: {} });
    expect([await sent(6), await sent(7)]).toEqual([null, null]);
  });

  test("is filtered, has pages, and is cleared with the journal", async () => {
    const api = createTestSandbox();
    for (let index = 0; index < 5; index += 1) await api.listCampaigns();
    await api.request("GET /leads/nothing");
    const numbers = async (query: string): Promise<number[]> =>
      (await get<RequestLogPage>(api, `/log?${query}`)).requests.map(({ number }) => number);
    expect(await numbers("operation=listCampaign")).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers("status=error")).toEqual([6]);
    expect(await numbers("status=ok&since=3")).toEqual([5, 4]);
    expect(await numbers("status=200&limit=2")).toEqual([5, 4]);
    expect(await numbers("status=none")).toEqual([]);
    const { next } = await get<RequestLogPage>(api, "/log?limit=4");
    expect(await numbers(`limit=4&cursor=${next}`)).toEqual([2, 1]);
    expect((await api.request("GET /_sandbox/log?operation=listCampaigns")).body["message"]).toMatch(
      /did you mean "listCampaign"\?$/,
    );
    expect((await api.request("GET /_sandbox/log/99")).body["message"]).toBe(
      "The log has no request 99; the last one was 6",
    );
    await api.request("DELETE /_sandbox/journal");
    expect(await numbers("")).toEqual([]);
    await api.listCampaigns();
    expect(await numbers("")).toEqual([7]);
  });
});
