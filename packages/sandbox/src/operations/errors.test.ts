import { describe, expect, test } from "vitest";
import { createTestSandbox, openFrom } from "../../tests/test-sandbox.ts";

const SOME_ID = "018f5a52-8a5c-7d3e-9f60-1d2c3b4a5e6f";
const schedule = { schedules: [openFrom("09:00", "17:00")] };
const newYork = { schedules: [{ ...openFrom("09:00", "17:00"), timezone: "America/New_York" }] };
const weekdaysAsList = { schedules: [{ ...openFrom("09:00", "17:00"), days: [1, 2, 3] }] };
const noDays = { schedules: [{ ...openFrom("09:00", "17:00"), days: {} }] };

describe("error responses have the API's messages", () => {
  test.each<[string, unknown, number, string]>([
    ["POST /lead-lists", {}, 400, "body must have required property 'name'"],
    ["POST /campaigns", { campaign_schedule: schedule }, 400, "body must have required property 'name'"],
    ["POST /campaigns", { name: "x" }, 400, "body must have required property 'campaign_schedule'"],
    [
      "POST /campaigns",
      { name: "x", campaign_schedule: newYork },
      400,
      "body/campaign_schedule/schedules/0/timezone must be equal to one of the allowed values",
    ],
    [
      `PATCH /campaigns/${SOME_ID}`,
      { campaign_schedule: newYork },
      400,
      "body/campaign_schedule/schedules/0/timezone must be equal to one of the allowed values",
    ],
    [
      "POST /campaigns",
      { name: "x", campaign_schedule: weekdaysAsList },
      400,
      "body/campaign_schedule/schedules/0/days must be object",
    ],
    [
      "POST /campaigns",
      { name: "x", campaign_schedule: noDays },
      400,
      "body/campaign_schedule/schedules/0/days must NOT have fewer than 1 properties",
    ],
    [
      "POST /campaigns",
      { name: "x", campaign_schedule: { schedules: [] } },
      400,
      "body/campaign_schedule/schedules must NOT have fewer than 1 items",
    ],
    [`PATCH /campaigns/${SOME_ID}`, {}, 400, "body must NOT have fewer than 1 properties"],
    ["POST /leads", { campaign: "not-an-id", email: "a@example.com" }, 400, 'body/campaign must match format "uuid"'],
    [
      "POST /leads",
      { custom_variables: { a: { b: 1 } } },
      400,
      "body/custom_variables/a must be string,number,boolean,null",
    ],
    ["GET /leads/not-an-id", undefined, 400, 'params/id must match format "uuid"'],
    ["POST /campaigns/not-an-id/activate", undefined, 400, 'params/id must match format "uuid"'],
    ["GET /campaigns?limit=101", undefined, 400, "querystring/limit must be <= 100"],
    ["GET /emails?limit=0", undefined, 400, "querystring/limit must be >= 1"],
    ["GET /emails?sort_order=up", undefined, 400, "querystring/sort_order must be equal to one of the allowed values"],
    ["GET /campaigns?status=7", undefined, 400, "querystring/status must be equal to one of the allowed values"],
    ["POST /leads/list", { limit: 101 }, 400, "body/limit must be <= 100"],
    [
      "POST /emails/reply",
      { eaccount: "a", subject: "b", body: {} },
      400,
      "body must have required property 'reply_to_uuid'",
    ],
    [
      "POST /emails/reply",
      { reply_to_uuid: SOME_ID, eaccount: "a", subject: "b" },
      400,
      "body must have required property 'body'",
    ],
    ["GET /leads/018f5a52-8a5c-7d3e-9f60-1d2c3b4a5e6f", undefined, 404, "Resource not found"],
    [`PATCH /campaigns/${SOME_ID}`, { name: "x" }, 404, "Resource not found"],
    [`POST /campaigns/${SOME_ID}/activate`, undefined, 404, "Resource not found"],
    ["POST /leads", { campaign: SOME_ID, email: "a@example.com" }, 404, "Resource not found"],
    ["POST /leads", { list_id: SOME_ID, email: "a@example.com" }, 404, "Resource not found"],
  ])("%s %j: %i", async (route, body, status, message) => {
    const api = createTestSandbox();
    const response = await api.request(route, body);
    const error = status === 400 ? "Bad Request" : "Not Found";
    expect(response.body).toEqual({ statusCode: status, error, message });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(Object.values(api.sandbox.journal().operations).reduce((sum, { effects }) => sum + effects, 0)).toBe(0);
  });

  test("a lead needs an address in a campaign, and an address or a name in a list", async () => {
    const api = createTestSandbox();
    const campaign = await api.createCampaign();
    const list = await api.createLeadList("Clinics");
    const first = await api.request("POST /leads", { campaign: campaign.id, first_name: "Ada" });
    expect(first).toMatchObject({ status: 400, body: { message: "body must have required property 'email'" } });
    const second = await api.request("POST /leads", { list_id: list.id, job_title: "CTO" });
    expect(second.status).toBe(400);
    expect((await api.request("POST /leads", { list_id: list.id, last_name: "Marsh" })).status).toBe(200);
  });

  test("an empty JSON body", async () => {
    const api = createTestSandbox();
    const { id } = await api.createCampaign();
    const json = { "content-type": "application/json" };
    const expected = "Body cannot be empty when content-type is set to 'application/json'";
    for (const route of [`POST /campaigns/${id}/activate`, "POST /leads/list", "DELETE /leads"]) {
      const response = await api.request(route, undefined, json);
      expect(response).toMatchObject({
        status: 400,
        body: { statusCode: 400, error: "Bad Request", message: expected },
      });
    }
    expect((await api.getCampaign(id)).status).toBe(0);
    expect((await api.request(`POST /campaigns/${id}/activate`, {})).status).toBe(200);
  });

  test("a missing body is not an object; an empty object is valid if nothing is required", async () => {
    const api = createTestSandbox();
    for (const route of ["POST /leads/list", "POST /leads", "DELETE /leads"]) {
      expect((await api.request(route)).body).toMatchObject({ statusCode: 400, message: "body must be object" });
    }
    expect((await api.request("POST /leads/list", {})).body).toEqual({ items: [] });
    expect((await api.request("POST /leads", {})).status).toBe(200);
  });
});

describe("the interest status has its own 400 body", () => {
  test.each<[unknown, string]>([
    [{ interest_value: 1 }, "body must have required property 'lead_email'"],
    [{ lead_email: "a@example.com" }, "body must have required property 'interest_value'"],
    [{ lead_email: "nobody", interest_value: 1 }, "Invalid lead email"],
    [{ lead_ids: [SOME_ID], interest_status: 1 }, "body must have required property 'lead_email'"],
  ])("%j", async (body, error) => {
    const response = await createTestSandbox().request("POST /leads/update-interest-status", body);
    expect([response.status, response.body]).toEqual([400, { error }]);
  });
});

describe("unknown fields", () => {
  test("are dropped and noted in the journal", async () => {
    const api = createTestSandbox();
    const created = await api.createLead({ email: "ada@example.com", campaign_id: SOME_ID, title: "Dr" });
    expect(created).not.toHaveProperty("campaign_id");
    expect(created).not.toHaveProperty("campaign");
    expect(JSON.stringify(await api.getLead(created.id))).not.toContain("Dr");
    expect(api.sandbox.journal().entries[0]).toMatchObject({ ignored: ["campaign_id", "title"], effects: 1 });
    expect(api.sandbox.journal().entries[0]?.body).toEqual({ email: "ada@example.com" });
  });
});
