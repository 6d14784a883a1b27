import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { createSandbox } from "../create-sandbox.ts";

const turn = (api: TestSandbox, body?: unknown) => api.request("POST /_sandbox/clock", body);

async function active(): Promise<TestSandbox> {
  const api = createTestSandbox();
  api.sandbox.load("outreach");
  await api.activateCampaign((await api.listCampaigns()).items[0]?.id ?? "");
  return api;
}

describe("the clock over HTTP", () => {
  test("only moves on request", async () => {
    const api = await active();
    const { body } = await api.request("GET /_sandbox/clock");
    expect(body).toEqual({ now: api.sandbox.now(), pending: 1 });
    expect((await api.listEmails()).items).toEqual([]);
  });

  test("advances by a duration and reports the events", async () => {
    const api = await active();
    const before = Date.parse(api.sandbox.now());
    const { status, body } = await turn(api, { advance: "1d 2h 30m" });
    expect(status).toBe(200);
    expect(Date.parse(String(body["now"])) - before).toBe(26.5 * 3_600_000);
    expect(body["events"]).toBeGreaterThan(8);
    expect(api.sandbox.now()).toBe(body["now"]);
    expect(api.sandbox.outbox()).toHaveLength(8);
  });

  test("is set to a time, and runs until no event is scheduled", async () => {
    const api = await active();
    expect((await turn(api, { set: "2026-09-08T00:00:00Z" })).body["now"]).toBe("2026-09-08T00:00:00.000Z");
    const { body } = await turn(api, { runUntilIdle: true });
    expect(body["pending"]).toBe(0);
    expect((await api.listCampaigns()).items[0]?.status).toBe(3);
    expect((await turn(api, { runUntilIdle: true })).body["events"]).toBe(0);
    expect((await turn(api, { set: "2027-01-01T10:00" })).body["now"]).toBe("2027-01-01T10:00:00.000Z");
  });

  test.each<[unknown, string | RegExp]>([
    [{ advance: "3 days" }, 'advance: expected a duration such as "3d", "36h" or "1d 2h 30m", found "3 days"'],
    [{ advance: -5 }, /^advance: expected a duration .*found -5$/],
    [{ advance: "" }, /^advance: /],
    [{ set: "tomorrow" }, 'set: expected an ISO 8601 time such as "2026-09-10T09:00:00Z", found "tomorrow"'],
    [{ set: "2026-09-01T00:00:00Z" }, /^set: the clock only moves forward; it is 2026-09-07T08:00:00.000Z, found/],
    [{ runUntilIdle: false }, "runUntilIdle: expected true, found false"],
    [{ advence: "3d" }, 'advence is unknown; known are advance, set, runUntilIdle; did you mean "advance"?'],
    [{}, "body: expected exactly one of advance, set, runUntilIdle, found none of them"],
    [{ advance: "1d", set: "2027-01-01T00:00:00Z" }, /^body: expected exactly one of .*, found advance and set$/],
    [["1d"], /^body: expected a JSON object with advance, set, runUntilIdle, found \["1d"\]$/],
  ])("%j is refused and turns nothing", async (body, message) => {
    const api = createTestSandbox();
    const response = await turn(api, body);
    expect(response).toMatchObject({ status: 400, body: { statusCode: 400, error: "Bad Request" } });
    if (typeof message === "string") expect(response.body["message"]).toBe(message);
    else expect(response.body["message"]).toMatch(message);
    expect(api.sandbox.now()).toBe("2026-09-07T08:00:00.000Z");
  });

  test("a running clock follows real time", async () => {
    const api = createTestSandbox({ clock: "running" });
    const before = Date.parse(api.sandbox.now());
    await new Promise((resolve) => setTimeout(resolve, 50));
    const passed = Date.parse(String((await api.request("GET /_sandbox/clock")).body["now"])) - before;
    expect(passed).toBeGreaterThanOrEqual(40);
    expect(passed).toBeLessThan(20_000);
  });

  test("a running clock loses no time to many short reads, and sends emails by itself", async () => {
    const sandbox = createSandbox({ clock: "running", assumptions: { campaignStartDelayMs: 100 } });
    const api = createTestSandbox();
    api.sandbox.load("outreach");
    api.sandbox.setClock("2026-09-07T09:00:00.000Z");
    const [campaign] = (await api.listCampaigns()).items;
    sandbox.restore(api.sandbox.snapshot());
    const before = Date.parse(sandbox.now());
    const begun = performance.now();
    const headers = { authorization: `Bearer ${sandbox.keys.full}` };
    await sandbox.fetch(`http://sandbox/api/v2/campaigns/${campaign?.id}/activate`, { method: "POST", headers });
    while (performance.now() - begun < 300) sandbox.now();
    expect(Date.parse(sandbox.now()) - before).toBeGreaterThanOrEqual(299);
    expect(sandbox.outbox()).toHaveLength(1);
  });
});

test("a response is readable in a terminal", async () => {
  const response = await createTestSandbox().sandbox.fetch("http://sandbox/_sandbox/clock");
  expect(await response.text()).toBe('{\n  "now": "2026-09-07T08:00:00.000Z",\n  "pending": 0\n}\n');
});

test.each([
  ["GET /_sandbox/clocks", "GET /_sandbox/clock"],
  ["PUT /_sandbox/clock", "POST /_sandbox/clock"],
  ["DELETE /_sandbox/journals?all=1", "DELETE /_sandbox/journal"],
])("there is no %s, and the response names the routes there are", async (route, meant) => {
  const { status, body } = await createTestSandbox().request(route);
  expect(status).toBe(404);
  const known =
    "GET /_sandbox/clock, POST /_sandbox/clock, GET /_sandbox/state, POST /_sandbox/state, GET /_sandbox/outbox";
  expect(body["message"]).toMatch(`There is no ${route.split("?")[0]}; known are ${known}, `);
  expect(body["message"]).toMatch(new RegExp(`; did you mean "${meant}"\\?$`));
});
