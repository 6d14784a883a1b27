import { describe, expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { vendorRoutes } from "../server/vendor-routes.ts";
import { operations as table } from "../spec/operations.gen.ts";

/** Routes of Instantly that the sandbox does not simulate: a list, and a single entity. */
const simulated = Object.values(table).map(({ method, pathTemplate }) => `${method} ${pathTemplate}`);
const free = vendorRoutes.filter(({ method, path }) => !simulated.includes(`${method} ${path}`));
const list = free.find(({ method, path }) => method === "GET" && !path.includes("{"))?.path ?? "";
const single = (free.find(({ method, path }) => method === "DELETE" && path.endsWith("/{id}"))?.path ?? "").replace(
  "{id}",
  "hunter",
);

describe("the journal over HTTP", () => {
  test("records every API call with its route, key, status and effects, and counts per operation", async () => {
    const api = createTestSandbox();
    const lead = await api.createLead({ email: "ada@example.com" });
    await api.getLead(lead.id);
    await api.request("GET /campaigns?limit=500&page=2");
    await api.request("GET /_sandbox/clock");
    const { body } = await api.request("GET /_sandbox/journal");
    expect(body).toEqual(api.sandbox.journal());
    const known = {
      key: "full",
      workspace: api.sandbox.workspaces.main,
      at: expect.stringMatching(/^2026-09-07T08:00:00/),
    };
    expect(body["entries"]).toEqual([
      {
        ...known,
        operation: "createLead",
        method: "POST",
        path: "/api/v2/leads",
        status: 200,
        effects: 1,
        body: { email: "ada@example.com" },
      },
      { ...known, operation: "getLead", method: "GET", path: `/api/v2/leads/${lead.id}`, status: 200, effects: 0 },
      {
        ...known,
        operation: "listCampaign",
        method: "GET",
        path: "/api/v2/campaigns",
        status: 400,
        effects: 0,
        query: expect.objectContaining({}),
        ignored: ["page"],
      },
    ]);
    expect(api.sandbox.journal().operations).toMatchObject({
      createLead: { requests: 1, committed: 1, effects: 1 },
      getLead: { requests: 1, committed: 0, effects: 0 },
      replyToEmail: { requests: 0, committed: 0, effects: 0 },
    });
  });

  test("records requests for routes that are not simulated, without their bodies and without unknown keys", async () => {
    const api = createTestSandbox();
    await api.request(`GET ${list.replace("/api/v2", "")}?search=hunter2`);
    await api.request(`DELETE ${single.replace("/api/v2", "")}`, { secret: "hunter2" }, { authorization: "" });
    await api.request(`GET ${list.replace("/api/v2", "")}`, undefined, { authorization: "Bearer NzQ1YzFiYWQ" });
    await api.request("GET /nothing?search=hunter2");
    await api.request("GET /_sandbox/nothing");
    const { entries, operations } = api.sandbox.journal();
    const known = { at: "2026-09-07T08:00:00.000Z", workspace: api.sandbox.workspaces.main, operation: null };
    expect(entries).toEqual([
      { ...known, method: "GET", path: list, key: "full", status: 501, effects: 0 },
      { ...known, method: "DELETE", path: single, key: "none", status: 501, effects: 0 },
      { ...known, method: "GET", path: "/api/v2/nothing", key: "full", status: 404, effects: 0 },
    ]);
    expect(Object.values(operations).every(({ requests }) => requests === 0)).toBe(true);
  });

  test("contains no key, wherever it was sent, and no unknown field", async () => {
    const api = createTestSandbox();
    const full = api.sandbox.keys.withScopes("all:all", "leads:read");
    const hidden = {
      email: "ada@example.com",
      first_name: full,
      custom_variables: { note: `Bearer ${full}`, [full]: 1 },
      secret: "hunter2",
    };
    await api.request("POST /leads", hidden);
    await api.request(`GET /leads/${full}`);
    await api.request(`GET /campaigns?search=${full}&token=hunter2&${full}=1`);
    const text = JSON.stringify((await api.request("GET /_sandbox/journal")).body);
    expect(text).toContain("[key]");
    expect(text).not.toContain(full.slice(-12));
    expect(text).not.toContain("hunter2");
  });

  test("truncates long strings", async () => {
    const api = createTestSandbox();
    await api.createLead({ email: "ada@example.com", personalization: "x".repeat(5000) });
    expect(JSON.stringify(api.sandbox.journal()).length).toBeLessThan(3000);
  });

  test("is cleared with DELETE, including the counts", async () => {
    const api = createTestSandbox();
    await api.createLeadList("Clinics");
    const { body } = await api.request("DELETE /_sandbox/journal");
    expect(body["entries"]).toEqual([]);
    expect(Object.values(body["operations"] as object)).toEqual(
      Array(Object.keys(table).length).fill({ requests: 0, committed: 0, effects: 0 }),
    );
  });
});

test("the outbox over HTTP has every email with sender, recipients, time, headers and both bodies", async () => {
  const api = createTestSandbox();
  api.sandbox.load("replies");
  const { body } = await api.request("GET /_sandbox/outbox");
  const mails = api.sandbox.outbox();
  expect(body).toEqual({ mails });
  expect(mails.length).toBeGreaterThan(8);
  expect(mails.map(({ at }) => at)).toEqual(mails.map(({ at }) => at).sort());
  expect(mails[0]).toEqual({
    id: expect.any(String),
    at: "2026-09-07T08:01:00.012Z",
    by: "campaign",
    workspace: api.sandbox.workspaces.main,
    campaign: (await api.listCampaigns()).items[0]?.id,
    step: "0_0_0",
    thread: expect.stringMatching(/^31-/),
    from: "mara@outreach.example.com",
    to: ["reply+interested@brightlane.example.com"],
    cc: [],
    bcc: [],
    subject: "Fewer no-shows at brightlane",
    headers: {
      From: "mara@outreach.example.com",
      To: "reply+interested@brightlane.example.com",
      Subject: "Fewer no-shows at brightlane",
      Date: "Mon, 07 Sep 2026 08:01:00 GMT",
      "Message-ID": expect.stringMatching(/^<.+@outreach\.example\.com>$/),
    },
    text: "Hi Lena,\n\ndo patients still phone?",
    html: "Hi Lena,<br/><br/>do patients still phone?",
    unresolvedTags: [],
    leftovers: [],
  });
});

describe("keys over HTTP", () => {
  test("are listed with the workspaces, and created with scopes", async () => {
    const api = createTestSandbox();
    const { full, readOnly, unpaid, revoked } = api.sandbox.keys;
    expect((await api.request("GET /_sandbox/keys")).body).toEqual({
      keys: { full, readOnly, unpaid, revoked },
      workspaces: api.sandbox.workspaces,
    });
    const { key } = (await api.request("POST /_sandbox/keys", { scopes: ["emails:read"] })).body;
    expect(key).toBe(api.sandbox.keys.withScopes("emails:read"));
    const authorization = `Bearer ${key}`;
    expect((await api.request("GET /emails", undefined, { authorization })).status).toBe(200);
    expect((await api.request("GET /campaigns", undefined, { authorization })).status).toBe(403);
  });

  test.each<[unknown, RegExp]>([
    [{ scopes: "emails:read" }, /^scopes: expected a list of scopes, found "emails:read"$/],
    [{ scopes: [] }, /^scopes: expected at least one scope/],
    [{ scopes: ["mails:read"] }, /^scopes: no operation accepts "mails:read"; did you mean "emails:read"\?$/],
    [{ scope: ["emails:read"] }, /^scope is unknown; known are scopes; did you mean "scopes"\?$/],
  ])("%j is refused", async (body, message) => {
    const response = await createTestSandbox().request("POST /_sandbox/keys", body);
    expect(response.status).toBe(400);
    expect(response.body["message"]).toMatch(message);
  });
});
