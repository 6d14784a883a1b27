import { describe, expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { operations, scopes } from "../spec/operations.gen.ts";

const as = (key: string): { authorization: string } => ({ authorization: `Bearer ${key}` });
const refused = (status: number, error: string, message: string): object => ({
  status,
  body: { statusCode: status, error, message },
});

describe("authentication", () => {
  test("no header, a header that is no bearer, an unknown and a revoked key: 401", async () => {
    const api = createTestSandbox();
    const ask = (authorization: string) => api.request("GET /campaigns", undefined, { authorization });
    expect(await ask("")).toMatchObject(refused(401, "Unauthorized", "Missing Authorization header"));
    expect(await ask("Basic abc")).toMatchObject(refused(401, "Unauthorized", "Invalid authorization header"));
    expect(await ask("Bearer sbx_unknown_1")).toMatchObject(refused(401, "Unauthorized", "Invalid API key"));
    expect(await api.request("GET /campaigns", undefined, as(api.sandbox.keys.revoked))).toMatchObject(
      refused(401, "Unauthorized", "Invalid API key"),
    );
  });

  test("a key that is not the sandbox's own is refused and leaves no trace", async () => {
    const api = createTestSandbox();
    const real = "ZmFrZS1idXQtcmVhbC1sb29raW5nOnNlY3JldA==";
    const response = await api.request("GET /campaigns", undefined, as(real));
    expect(response.status).toBe(401);
    expect(response.body["message"]).toContain("sbx_");
    expect(JSON.stringify([response.body, api.sandbox.journal(), api.sandbox.snapshot()])).not.toContain(real);
    expect(api.sandbox.journal().entries).toEqual([]);
  });

  test("a workspace without a plan: 402, before validation", async () => {
    const api = createTestSandbox();
    const response = await api.request("POST /campaigns", {}, as(api.sandbox.keys.unpaid));
    expect(response).toMatchObject(refused(402, "Payment Required", "Workspace does not have an active paid plan"));
  });
});

describe("scopes", () => {
  test("the read-only key reads, and everything else is a 403", async () => {
    const api = createTestSandbox();
    const status = await Promise.all(
      Object.values(operations).map(async ({ id, method, pathTemplate, effect }) => {
        const path = pathTemplate.replace("/api/v2", "").replace("{id}", crypto.randomUUID());
        const { status } = await api.request(
          `${method} ${path}`,
          method === "GET" ? undefined : {},
          as(api.sandbox.keys.readOnly),
        );
        return { id, isForbidden: status === 403, effect };
      }),
    );
    expect(status.filter(({ isForbidden }) => isForbidden).map(({ id }) => id)).toEqual(
      status.filter(({ effect }) => effect !== "read").map(({ id }) => id),
    );
  });

  test("a single scope opens exactly the operations that list it", async () => {
    const api = createTestSandbox();
    for (const scope of scopes) {
      const key = api.sandbox.keys.withScopes(scope);
      for (const { id, method, pathTemplate, scopes: accepted } of Object.values(operations)) {
        const path = pathTemplate.replace("/api/v2", "").replace("{id}", "no-id");
        const { status } = await api.request(`${method} ${path}`, method === "GET" ? undefined : {}, as(key));
        expect({ scope, id, isOpen: status !== 403 }).toEqual({ scope, id, isOpen: accepted.includes(scope) });
      }
    }
  });

  test("the 403 names the scopes that would do", async () => {
    const api = createTestSandbox();
    const response = await api.request("GET /lead-lists", undefined, as(api.sandbox.keys.withScopes("emails:read")));
    expect(response).toMatchObject(
      refused(
        403,
        "Forbidden",
        "Insufficient scope: one of lead_lists:read, lead_lists:all, all:read, all:all is needed",
      ),
    );
  });

  test("an unknown scope is an error that names the nearest one", () => {
    const { keys } = createTestSandbox().sandbox;
    expect(() => keys.withScopes("lead:read")).toThrow(
      'scopes: no operation accepts "lead:read"; did you mean "leads:read"?',
    );
    expect(() => keys.withScopes()).toThrow("scopes: expected at least one scope, found none");
  });
});

describe("x-as-workspace", () => {
  test("gives the full key access to another workspace with separate data", async () => {
    const api = createTestSandbox();
    const there = { "x-as-workspace": api.sandbox.workspaces.sub };
    const { body } = await api.request("POST /lead-lists", { name: "Over there" }, there);
    expect(body["organization_id"]).toBe(api.sandbox.workspaces.sub);
    expect((await api.listLeadLists()).items).toEqual([]);
    expect((await api.request("GET /lead-lists", undefined, there)).body["items"]).toEqual([body]);
    expect(api.sandbox.journal().entries.map(({ workspace }) => workspace)).toEqual([
      api.sandbox.workspaces.sub,
      api.sandbox.workspaces.main,
      api.sandbox.workspaces.sub,
    ]);
  });

  test("is a 403 for an unknown workspace and for a key that may not", async () => {
    const api = createTestSandbox();
    const { sub } = api.sandbox.workspaces;
    const unknown = await api.request("GET /lead-lists", undefined, {
      "x-as-workspace": crypto.randomUUID(),
    });
    expect(unknown.status).toBe(403);
    const narrow = { ...as(api.sandbox.keys.readOnly), "x-as-workspace": sub };
    expect((await api.request("GET /lead-lists", undefined, narrow)).status).toBe(403);
  });
});
