/**
 * Tests of campaign-report.ts with Mock Service Worker, which answers the requests of the global `fetch`: with handlers of
 * your own, or with a sandbox behind the address of the real API. Nothing leaves the process.
 *
 *     npx vitest run examples/msw
 */

import { createInstantlyClient } from "@modulex-instantly/client";
import { createSandbox } from "@modulex-instantly/sandbox";
import type { ListCampaignOutput } from "@modulex-instantly/types";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { campaignReport } from "./campaign-report.ts";

const API = "https://api.instantly.ai";
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => {
  vi.stubEnv("INSTANTLY_BASE_URL", API);
  vi.stubEnv("INSTANTLY_API_KEY", "a-key-for-tests");
});
afterEach(() => {
  server.resetHandlers();
  vi.unstubAllEnvs();
});
afterAll(() => server.close());

test("a handler of your own: the request has the key, and an empty list is a report", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.get(`${API}/api/v2/campaigns`, ({ request }) => {
      keys.push(request.headers.get("authorization"));
      return HttpResponse.json<ListCampaignOutput>({ items: [] });
    }),
  );
  expect(await campaignReport()).toEqual([]);
  expect(keys).toEqual(["Bearer a-key-for-tests"]);
});

test("an error of the API is in the report", async () => {
  const body = { statusCode: 401, error: "Unauthorized", message: "Invalid API key" };
  server.use(http.get(`${API}/api/v2/campaigns`, () => HttpResponse.json(body, { status: 401 })));
  expect(await campaignReport()).toEqual(["not available: unauthorized"]);
});

test("a sandbox behind the address of the API has the pages, the rules and the errors of the API", async () => {
  const sandbox = createSandbox({ scenario: "replies" });
  server.use(http.all(`${API}/*`, ({ request }) => sandbox.fetch(request)));
  vi.stubEnv("INSTANTLY_API_KEY", sandbox.keys.full);
  const { items } = await createInstantlyClient(sandbox.clientOptions).campaigns.list();
  expect(await campaignReport()).toEqual(items.map(({ name }) => `${name}: Completed. Every lead is done.`));
});
