import { describe, expect, test } from "vitest";
import { rehearse } from "../tests/rehearsal.ts";
import { operations, scopes } from "./operations.gen.ts";

const as = (key: string): { authorization: string } => ({ authorization: `Bearer ${key}` });
const refused = (status: number, error: string, message: string): object => ({
  status,
  body: { statusCode: status, error, message },
});

describe("who calls", () => {
  test("no header, a header that is no bearer, an unknown and a revoked key: 401", async () => {
    const on = rehearse();
    const ask = (authorization: string) => on.ask("GET /campaigns", undefined, { authorization });
    expect(await ask("")).toMatchObject(refused(401, "Unauthorized", "Missing Authorization header"));
    expect(await ask("Basic abc")).toMatchObject(refused(401, "Unauthorized", "Invalid authorization header"));
    expect(await ask("Bearer sbx_unknown_1")).toMatchObject(refused(401, "Unauthorized", "Invalid API key"));
    expect(await on.ask("GET /campaigns", undefined, as(on.sandbox.keys.revoked))).toMatchObject(
      refused(401, "Unauthorized", "Invalid API key"),
    );
  });

  test("a key that is not the sandbox's own is refused and leaves no trace", async () => {
    const on = rehearse();
    const real = "ZmFrZS1idXQtcmVhbC1sb29raW5nOnNlY3JldA==";
    const answer = await on.ask("GET /campaigns", undefined, as(real));
    expect(answer.status).toBe(401);
    expect(answer.body["message"]).toContain("sbx_");
    expect(JSON.stringify([answer.body, on.sandbox.journal(), on.sandbox.snapshot()])).not.toContain(real);
    expect(on.sandbox.journal().entries).toEqual([]);
  });

  test("a workspace without a plan: 402, before anything is looked at", async () => {
    const on = rehearse();
    const answer = await on.ask("POST /campaigns", {}, as(on.sandbox.keys.unpaid));
    expect(answer).toMatchObject(refused(402, "Payment Required", "Workspace does not have an active paid plan"));
  });
});

describe("scopes", () => {
  test("the read-only key reads, and everything else is a 403", async () => {
    const on = rehearse();
    const status = await Promise.all(
      Object.values(operations).map(async ({ id, method, pathTemplate, effect }) => {
        const path = pathTemplate.replace("/api/v2", "").replace("{id}", crypto.randomUUID());
        const { status } = await on.ask(
          `${method} ${path}`,
          method === "GET" ? undefined : {},
          as(on.sandbox.keys.readOnly),
        );
        return { id, isForbidden: status === 403, effect };
      }),
    );
    expect(status.filter(({ isForbidden }) => isForbidden).map(({ id }) => id)).toEqual(
      status.filter(({ effect }) => effect !== "read").map(({ id }) => id),
    );
  });

  test("a single scope opens exactly the operations that list it", async () => {
    const on = rehearse();
    for (const scope of scopes) {
      const key = on.sandbox.keys.withScopes(scope);
      for (const { id, method, pathTemplate, scopes: accepted } of Object.values(operations)) {
        const path = pathTemplate.replace("/api/v2", "").replace("{id}", "no-id");
        const { status } = await on.ask(`${method} ${path}`, method === "GET" ? undefined : {}, as(key));
        expect({ scope, id, isOpen: status !== 403 }).toEqual({ scope, id, isOpen: accepted.includes(scope) });
      }
    }
  });

  test("the 403 names the scopes that would do", async () => {
    const on = rehearse();
    const answer = await on.ask("GET /lead-lists", undefined, as(on.sandbox.keys.withScopes("emails:read")));
    expect(answer).toMatchObject(
      refused(
        403,
        "Forbidden",
        "Insufficient scope: one of lead_lists:read, lead_lists:all, all:read, all:all is needed",
      ),
    );
  });

  test("an unknown scope is refused with the nearest one", () => {
    const { keys } = rehearse().sandbox;
    expect(() => keys.withScopes("lead:read")).toThrow(
      'scopes: no operation accepts "lead:read"; did you mean "leads:read"?',
    );
    expect(() => keys.withScopes()).toThrow("scopes: expected at least one scope, found none");
  });
});

describe("x-as-workspace", () => {
  test("leads the full key into another workspace that shares nothing with the first", async () => {
    const on = rehearse();
    const there = { "x-as-workspace": on.sandbox.workspaces.sub };
    const { body } = await on.ask("POST /lead-lists", { name: "Over there" }, there);
    expect(body["organization_id"]).toBe(on.sandbox.workspaces.sub);
    expect((await on.lists()).items).toEqual([]);
    expect((await on.ask("GET /lead-lists", undefined, there)).body["items"]).toEqual([body]);
    expect(on.sandbox.journal().entries.map(({ workspace }) => workspace)).toEqual([
      on.sandbox.workspaces.sub,
      on.sandbox.workspaces.main,
      on.sandbox.workspaces.sub,
    ]);
  });

  test("is a 403 for an unknown workspace and for a key that may not", async () => {
    const on = rehearse();
    const { sub } = on.sandbox.workspaces;
    const unknown = await on.ask("GET /lead-lists", undefined, {
      "x-as-workspace": crypto.randomUUID(),
    });
    expect(unknown.status).toBe(403);
    const narrow = { ...as(on.sandbox.keys.readOnly), "x-as-workspace": sub };
    expect((await on.ask("GET /lead-lists", undefined, narrow)).status).toBe(403);
  });
});
