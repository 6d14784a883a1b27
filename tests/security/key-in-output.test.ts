import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { inspect } from "node:util";
import { bindActions } from "@modulex-instantly/actions";
import { createInstantlyClient, toEnvelope } from "@modulex-instantly/client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { calls } from "../client/calls.ts";
import { expectNoKey, plainKey } from "../client/canary.ts";

// A server that quotes the complete request in every response.

let status = 400;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const quoted = { ...request.headers, url: request.url, body };
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

describe.each([400, 401, 403, 404, 429, 500, 200])("a server that responds with %d and quotes the request", (code) => {
  test("gets the key into no error, envelope, result, event, log or console, through any operation", async () => {
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
        hooks: { onStart: keep, onRequest: keep, onResponse: keep, onRetry: keep, onEnd: keep },
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
    expect(seen.length).toBeGreaterThan(Object.keys(calls).length * 5);
    expectNoKey(inspect(seen, { depth: 30, showHidden: true, maxArrayLength: null, maxStringLength: null }), plainKey);
  });
});

test("a process that crashes because of a failed call does not print the key", async () => {
  status = 401;
  const code = `
    import { createInstantlyClient } from "@modulex-instantly/client";
    await createInstantlyClient({ apiKey: ${JSON.stringify(plainKey)}, baseUrl: "http://127.0.0.1:9" }).leads.get("id-1");`;
  const {
    stderr,
    stdout,
    status: exit,
  } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: path.resolve(import.meta.dirname, ".."), // where the packages can be resolved
    encoding: "utf8",
  });
  expect(exit).toBe(1);
  expect(stderr).toContain("InstantlyError: getLead:");
  expectNoKey(stdout + stderr, plainKey);
});
