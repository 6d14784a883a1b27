import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callMethod } from "../client/call-method.ts";
import { actionCases } from "./action-cases.ts";
import { preferring, violations } from "./preferring.ts";
import type { PrismMock } from "./prism-mock.ts";
import { startPrismMock } from "./prism-mock.ts";
import { operations } from "./spec-operations.ts";
import { testClient } from "./test-client.ts";
import { testKey } from "./test-key.ts";

// The other contract tests are only meaningful if Prism rejects a request that violates the spec.

let prism: PrismMock;
beforeAll(async () => {
  prism = await startPrismMock();
});
afterAll(() => prism.close());

const authorization = `Bearer ${testKey}`;
const json = { authorization, "content-type": "application/json" };

test("the responses come from Prism, with this document", async () => {
  const response = await fetch(`${prism.url}/api/v2/nowhere`, { headers: { authorization } });
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ type: expect.stringContaining("NO_PATH_MATCHED_ERROR") });
});

test("each run has its own mock", async () => {
  const other = await startPrismMock();
  expect(other.url).not.toBe(prism.url);
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow("fetch failed");
});

describe.each(operations)("$id", ({ id, method, path }) => {
  test("rejects a request without a key", async () => {
    const response = await fetch(`${prism.url}${path.replace("{id}", "01a06110-9948-7dca-8e1f-ce81b287ddec")}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "GET" ? {} : { body: JSON.stringify(actionCases[id]?.sent.body ?? {}) }),
    });
    expect(response.status).toBe(401);
  });
});

describe.each([
  ["a limit above 100", "GET", "/api/v2/campaigns?limit=101", undefined],
  ["a limit that is not a number", "GET", "/api/v2/emails?limit=many", undefined],
  ["an unknown value of an enum", "GET", "/api/v2/emails?sort_order=random", undefined],
  ["an id that is not a UUID", "GET", "/api/v2/leads/lead-1", undefined],
  ["a missing body", "POST", "/api/v2/lead-lists", undefined],
  ["a missing required field", "POST", "/api/v2/lead-lists", { has_enrichment_task: true }],
  ["a wrong type", "POST", "/api/v2/leads/list", { ids: "01a06110-9948-7dca-8e1f-ce81b287ddec" }],
  ["an unknown filter", "POST", "/api/v2/leads/list", { filter: "FILTER_VAL_HAPPY" }],
  ["an unknown body key where the schema is closed", "POST", "/api/v2/leads", { campaign_id: "x" }],
  ["a deletion without a campaign or list", "DELETE", "/api/v2/leads", { limit: 1 }],
  ["a missing interest status", "POST", "/api/v2/leads/update-interest-status", { lead_email: "a@b.example" }],
  [
    "a reply without a body",
    "POST",
    "/api/v2/emails/reply",
    { reply_to_uuid: "u", eaccount: "a@b.example", subject: "s", body: {} },
  ],
  [
    "a time zone outside the list",
    "PATCH",
    "/api/v2/campaigns/56fabec4-2b7d-4c4b-b175-958d9bc57cfd",
    {
      campaign_schedule: {
        schedules: [
          { name: "n", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone: "America/New_York" },
        ],
      },
    },
  ],
])("%s", (_, method, target, body) => {
  test("is rejected with the reason", async () => {
    const response = await fetch(`${prism.url}${target}`, {
      method,
      headers: body ? json : { authorization },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    // If a 400 is documented, Prism returns its example and reports the violation in a header. Otherwise it returns its
    // own 422.
    expect([400, 422]).toContain(response.status);
    const objection = response.status === 400 ? response.headers.get("sl-violations") : await response.text();
    expect(objection).toMatch(/"severity":"Error"/);
  });
});

describe("calls of the client are rejected in the same way, so the tests of successes can fail:", () => {
  test("a 422 if no 400 is documented", async () => {
    const client = testClient({ baseUrl: prism.url });
    const call = callMethod(client, "getLead", { id: "lead-1" });
    await expect(call).rejects.toMatchObject({ name: "InstantlyError", code: "bad_request", status: 422 });
  });

  test("sl-violations if one is documented", async () => {
    const preferred = preferring("dynamic=false");
    const client = testClient({ baseUrl: prism.url, fetch: preferred.fetch });
    const call = callMethod(client, "createLead", { input: { campaign: "x", color: "red" } });
    await expect(call).rejects.toMatchObject({ name: "InstantlyError", code: "bad_request", status: 400 });
    expect(violations(preferred)).toEqual([expect.stringMatching(/color.*uuid/)]);
  });
});
