import { describe, expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { operations } from "../spec/operations.gen.ts";
import { RouteTable } from "./routes.ts";
import { unknownRoute } from "./unknown-route.ts";
import { vendorRoutes } from "./vendor-routes.ts";

const SOME_ID = "018f5a52-8a5c-7d3e-9f60-1d2c3b4a5e6f";
const simulated = Object.values(operations).map(({ method, pathTemplate }) => `${method} ${pathTemplate}`);
const modes = ["live", "document"] as const;

/** Routes of Instantly, without those that the sandbox simulates by now. */
const examples = [
  ["GET /accounts", "GET /api/v2/accounts"],
  [`GET /campaigns/${SOME_ID}`, "GET /api/v2/campaigns/{id}"],
  [`DELETE /campaigns/${SOME_ID}`, "DELETE /api/v2/campaigns/{id}"],
  [`POST /campaigns/${SOME_ID}/pause`, "POST /api/v2/campaigns/{id}/pause"],
  ["GET /campaigns/analytics/overview?id=1", "GET /api/v2/campaigns/analytics/overview"],
  [`PATCH /leads/${SOME_ID}`, "PATCH /api/v2/leads/{id}"],
  [`DELETE /leads/${SOME_ID}`, "DELETE /api/v2/leads/{id}"],
  ["POST /leads/add", "POST /api/v2/leads/add"],
  ["GET /emails/unread/count", "GET /api/v2/emails/unread/count"],
  ["GET /accounts/mara%40outreach.example.com", "GET /api/v2/accounts/{email}"],
  ["POST /webhooks", "POST /api/v2/webhooks"],
].filter(([, name = ""]) => !simulated.includes(name));
const others = vendorRoutes.filter(({ method, path }) => !simulated.includes(`${method} ${path}`));

describe.each(modes)("a route that Instantly has and the sandbox does not simulate, in %s mode", (mode) => {
  test.each(examples)("%s is a 501 that says so and lists what there is", async (route, name) => {
    const api = createTestSandbox({ mode });
    const { status, headers, body } = await api.request(route, route.startsWith("GET") ? undefined : { any: "thing" });
    expect(Object.keys(body)).toEqual(["statusCode", "error", "message"]);
    expect([status, body["statusCode"], body["error"]]).toEqual([501, 501, "Not Implemented"]);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    const message = String(body["message"]);
    expect(
      message.startsWith(`${name} is a route of Instantly that the sandbox does not simulate; simulated are `),
    ).toBe(true);
    for (const known of simulated) expect(message).toContain(known);
    expect(api.sandbox.journal().entries).toMatchObject([{ operation: null, status: 501, effects: 0 }]);
  });

  test("is no missing entity: that is a 404 without a list", async () => {
    const api = createTestSandbox({ mode });
    const { body } = await api.request(`GET /leads/${SOME_ID}`);
    expect(body).toEqual({ statusCode: 404, error: "Not Found", message: "Resource not found" });
  });
});

describe.each(modes)("any other route, in %s mode", (mode) => {
  const start = mode === "live" ? "Resource not found [4042]: " : "Resource not found: ";

  test.each([
    ["GET /leads-list", "GET /api/v2/lead-lists"],
    ["GET /lead-list", "GET /api/v2/lead-lists"],
    ["GET /lead-lists/", "GET /api/v2/lead-lists"],
    ["GET /Campaigns", "GET /api/v2/campaigns"],
    ["POST /lead/list", "POST /api/v2/leads/list"],
    [`POST /campaigns/${SOME_ID}/activat`, "POST /api/v2/campaigns/{id}/activate"],
  ])("%s is a 404 that names the nearest one, %s", async (route, nearest) => {
    const api = createTestSandbox({ mode });
    const { status, body } = await api.request(route);
    const message = String(body["message"]);
    expect([status, body["statusCode"], body["error"]]).toEqual([404, 404, "Not Found"]);
    expect(message.startsWith(`${start}there is no route ${route.replace(" ", " /api/v2").slice(0, 80)}`)).toBe(true);
    expect(message.endsWith(`; did you mean "${nearest}"?`), message).toBe(true);
    for (const known of simulated) expect(message).toContain(known);
    expect(api.sandbox.journal().entries).toMatchObject([{ operation: null, status: 404, effects: 0 }]);
  });

  test.each([
    ["PUT /lead-lists", "PUT is no method of /api/v2/lead-lists, which has GET, POST"],
    ["DELETE /campaigns", "DELETE is no method of /api/v2/campaigns, which has GET, POST"],
    ["GET /emails/forward/x", "there is no route GET /api/v2/emails/forward/x"],
    [`PUT /leads/${SOME_ID}`, "PUT is no method of /api/v2/leads/{id}, which has GET, PATCH, DELETE"],
    ["GET /webhooks/a/test", "GET is no method of /api/v2/webhooks/{id}/test, which has POST"],
    ["POST /emails/repl", "POST is no method of /api/v2/emails/{id}, which has GET, PATCH, DELETE"],
  ])("%s is a 404: %s", async (route, reason) => {
    const api = createTestSandbox({ mode });
    const { status, body } = await api.request(route);
    expect(status).toBe(404);
    expect(String(body["message"])).toContain(`${start}${reason}`);
  });

  test("with a method that its path has not names the nearest one, too", async () => {
    const { body } = await createTestSandbox({ mode }).request("POST /emails/repl");
    expect(body["message"]).toMatch(/did you mean "POST \/api\/v2\/emails\/reply"\?$/);
  });

  test("outside the API is a 404 that names the nearest one, too, and not in the journal", async () => {
    const api = createTestSandbox({ mode });
    const response = await api.sandbox.fetch("http://sandbox/lead-lists");
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(
      /there is no route GET \/lead-lists; .* did you mean \\"GET \/api\/v2\/lead-lists/,
    );
    expect(api.sandbox.journal().entries).toEqual([]);
  });
});

test("a path that is wrongly encoded and an id that is too long say so", async () => {
  const api = createTestSandbox();
  expect((await api.request("GET /leads/%zz")).body).toEqual({
    statusCode: 400,
    error: "Bad Request",
    message: "'/api/v2/leads/%zz' is not a valid url component",
  });
  const { status, body } = await api.request(`GET /leads/${"a".repeat(101)}`);
  expect([status, body["error"]]).toEqual([414, "URI Too Long"]);
  expect((await api.request(`GET /leads/${"a".repeat(100)}`)).body["message"]).toBe(
    'params/id must match format "uuid"',
  );
});

test("no route is listed twice, and those that are not simulated are a 501", () => {
  for (const routes of [vendorRoutes.map(({ method, path }) => `${method} ${path}`), simulated])
    expect(new Set(routes).size).toBe(routes.length);
  expect(examples.length).toBeGreaterThan(0);
  expect(others.length + simulated.length).toBeGreaterThan(165);
  for (const { method, path } of others) {
    expect(["GET", "POST", "PATCH", "DELETE"]).toContain(method);
    expect(unknownRoute(method, path.replace(/\{.*?\}/, "x"), "live").status, path).toBe(501);
  }
});

describe("the route table", () => {
  const routes = new RouteTable([
    { method: "POST", path: "/leads/list" },
    { method: "GET", path: "/leads/{id}" },
    { method: "POST", path: "/campaigns/{id}/activate" },
  ]);

  test.each([
    ["POST", "/leads/list", "/leads/list", undefined],
    ["GET", "/leads/list", "/leads/{id}", "list"],
    ["GET", "/leads/a%2Fb", "/leads/{id}", "a/b"],
    ["GET", "/%6Ceads/x", "/leads/{id}", "x"],
    ["POST", "/%6Ceads/list", "/leads/list", undefined],
    ["GET", "/leads/", "/leads/{id}", ""],
    ["POST", "/campaigns//activate", "/campaigns/{id}/activate", ""],
  ])("%s %s is %s", (method, path, template, id) => {
    expect(routes.find(method, path)).toEqual({ route: { method, path: template }, id });
  });

  test.each([
    ["POST", "/leads%2Flist"],
    ["GET", "/leads"],
    ["GET", "/leads/x/y"],
    ["GET", "//leads/x"],
    ["POST", "/campaigns/x/Activate"],
    ["PUT", "/leads/x"],
  ])("%s %s is none", (method, path) => expect(routes.find(method, path)).toBeUndefined());
});
