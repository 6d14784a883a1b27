import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calls, success } from "../../../../tests/client/calls.ts";
import { canaryKey } from "../../../../tests/client/canary.ts";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { readIds, writeIds } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { operations } from "../operations/operations.gen.ts";

describe.each([...readIds, ...writeIds])("the request of %s", (id) => {
  const send = async (options: { readonly workspaceId?: string } = {}) => {
    const scripted = scriptedFetch(success(id));
    const client = createInstantlyClient({
      apiKey: ` ${canaryKey}\n`,
      fetch: scripted.fetch,
      rateLimiter: false,
      ...options,
    });
    await calls[id](client);
    expect(scripted.requests).toHaveLength(1);
    const [request] = scripted.requests;
    if (request === undefined) throw new Error("nothing was sent");
    return request;
  };

  test("is sent to the operation's route with the trimmed key, and follows no redirect", async () => {
    const { url, init, headers } = await send();
    expect(init.method).toBe(operations[id].method);
    expect(url.origin + url.pathname).toBe(
      `https://api.instantly.ai${operations[id].pathTemplate.replace("{id}", "id-1")}`,
    );
    expect(init.redirect).toBe("manual");
    expect(headers.get("authorization")).toBe(`Bearer ${canaryKey}`);
    expect(headers.get("accept")).toBe("application/json");
    expect(headers.get("user-agent")).toMatch(/^modulex-instantly-client\/\d/);
    expect(headers.has("x-as-workspace")).toBe(false);
  });

  test("carries a Content-Type exactly when it carries a body", async () => {
    const { init, headers } = await send();
    expect(headers.get("content-type")).toBe(operations[id].hasBody ? "application/json" : null);
    expect("body" in init && init.body !== undefined).toBe(operations[id].hasBody === true);
    if (init.body) expect(JSON.parse(String(init.body))).toBeTypeOf("object");
  });

  test("names the sub-workspace", async () => {
    const { headers } = await send({ workspaceId: "019a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8" });
    expect(headers.get("x-as-workspace")).toBe("019a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8");
  });
});

test("a query survives the way to the server, whatever its values are", async () => {
  const scripted = scriptedFetch(respondWith({ items: [] }));
  const client = createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter: false });
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("+", "a+b@example.com", "&limit=1", "a=b", "100%", "%2B", "#", " ", "", "\r\nx: y"),
    fc.constant(undefined),
  );
  const query = fc.record(
    {
      limit: fc.integer({ min: 1, max: 100 }),
      search: value,
      starting_after: value,
      lead: value,
      eaccount: value,
      preview_only: fc.boolean(),
      campaign_id: fc.constantFrom(null, undefined, "019a"),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(query, async (given) => {
      scripted.requests.length = 0;
      await client.emails.list(given as object);
      const sent = Object.fromEntries(new URLSearchParams(scripted.requests[0]?.url.search ?? ""));
      const meant = Object.entries(given).filter(([, text]) => text !== undefined && text !== null);
      expect(sent).toEqual(Object.fromEntries(meant.map(([name, text]) => [name, String(text)])));
      expect(scripted.requests[0]?.url.pathname).toBe("/api/v2/emails");
      expect(scripted.requests[0]?.url.hash).toBe("");
    }),
    seeded("query round trip"),
  );
});
