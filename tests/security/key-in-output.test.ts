import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { inspect } from "node:util";
import { bindActions } from "@modulex-instantly/actions";
import { createInstantlyClient, toEnvelope } from "@modulex-instantly/client";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { everyAction } from "../actions/every-action.ts";
import { calls } from "../client/calls.ts";
import { expectNoKey, plainKey } from "../client/canary.ts";
import { expectKeyUnreadable, keyForms } from "../client/encoded-key.ts";

// A server that quotes everything it was sent, in whatever it answers: the worst place to send a key to.

let status = 400;
/** Answers with what is asked for, and the key in every field of it. */
let isGenerous = false;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const quoted = { ...request.headers, url: request.url, body };
  if (isGenerous) {
    response.end(generous(String(request.headers.authorization)));
    return;
  }
  response.writeHead(status, { "content-type": "application/json", "x-quoted": String(request.headers.authorization) });
  response.end(JSON.stringify({ message: JSON.stringify(quoted), error: request.headers.authorization, quoted }));
});
let baseUrl = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe.each([400, 401, 403, 404, 429, 500, 200])("a server that answers %d and quotes the request", (code) => {
  test("gets the key into no error, envelope, result, event, log or console, by any of the 13 operations", async () => {
    status = code;
    const seen: unknown[] = [];
    const keep = (...values: unknown[]) => void seen.push(...values);
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(keep),
    );
    try {
      const client = createInstantlyClient({
        apiKey: plainKey,
        baseUrl,
        retry: { maxRateLimitRetries: 0, maxRetries: 0 },
        rateLimiter: false,
        logger: { debug: keep, warn: keep },
        hooks: { onRequest: keep, onResponse: keep, onRetry: keep },
      });
      for (const call of Object.values(calls)) {
        const error = await call(client).catch((thrown: unknown) => thrown);
        const envelope = await toEnvelope(Promise.reject(error));
        keep(error, String(error), JSON.stringify(error), (error as Error).stack, envelope);
      }
      const bound = bindActions({ client, onResult: keep });
      keep(await bound.get_lead({ lead_id: "id-1" }), await bound.list_emails({}), client);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(seen.length).toBeGreaterThan(13 * 5);
    expectNoKey(inspect(seen, { depth: 30, showHidden: true, maxArrayLength: null, maxStringLength: null }), plainKey);
  });
});

/** A success of every operation, which quotes a header in every form, in every kind of place. */
function generous(authorization: string): string {
  const key = authorization.slice("Bearer ".length);
  const forms = Object.values(keyForms).map((form) => form(key));
  const entity = {
    id: "id-1",
    ...Object.fromEntries(["email", "name", "first_name", "subject", "message"].map((field) => [field, authorization])),
    body: { text: forms.join("\n"), html: `<p>${forms.join("</p><p>")}</p>` },
    payload: Object.fromEntries(
      forms.flatMap((form, index) => [
        [form, index],
        [`note ${index}`, `of ${form}`],
      ]),
    ),
  };
  return JSON.stringify({ ...entity, count: 1, items: [entity], next_starting_after: key });
}

describe("a server that succeeds and quotes the key in what it returns", () => {
  afterEach(() => {
    isGenerous = false;
  });

  test("gets it into nothing that a client or an action returns", async () => {
    isGenerous = true;
    const client = createInstantlyClient({ apiKey: plainKey, baseUrl, rateLimiter: false });
    const seen: unknown[] = [];
    for (const call of Object.values(calls)) seen.push(await call(client));
    const path = { id: "id-1" };
    seen.push(await client.raw.GET("/api/v2/leads/{id}", { params: { path } }).then(({ data }) => data));
    const bound = bindActions({ client });
    for (const { name, input } of everyAction) {
      const result = await bound[name](input as never);
      expect(result, name).toMatchObject({ success: true });
      seen.push(result);
    }
    expect(seen).toHaveLength(13 + 1 + 13);
    expect(JSON.stringify(seen)).toContain("[redacted]");
    for (const value of seen) {
      expectKeyUnreadable(inspect(value, { depth: 30, maxArrayLength: null, maxStringLength: null }), plainKey);
    }
  });
});

test("a process that dies of a failed call does not print the key", async () => {
  status = 401;
  const code = `
    import { createInstantlyClient } from "@modulex-instantly/client";
    await createInstantlyClient({ apiKey: ${JSON.stringify(plainKey)}, baseUrl: "http://127.0.0.1:9" }).leads.get("id-1");`;
  const {
    stderr,
    stdout,
    status: exit,
  } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    encoding: "utf8",
  });
  expect(exit).toBe(1);
  expect(stderr).toContain("InstantlyError: getLead:");
  expectNoKey(stdout + stderr, plainKey);
});
