import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KeyApi } from "./support/key-api.ts";
import { campaignOf, startKeyApi } from "./support/key-api.ts";
import { connectV1, connectV2 } from "./support/mcp-clients.ts";
import type { HttpMcp } from "./support/mcp-command.ts";
import { startHttpMcp } from "./support/mcp-command.ts";

let api: KeyApi;
let server: HttpMcp;

beforeAll(async () => {
  api = await startKeyApi();
  server = await startHttpMcp([], { INSTANTLY_BASE_URL: api.url });
});
afterAll(async () => {
  await server.stop();
  await api.close();
});

const keys = Array.from({ length: 20 }, (_, index) => `key-${index}-of-a-workspace`);

/** The resident memory of the server, in bytes; undefined where there is no /proc. */
function memory(): number | undefined {
  try {
    const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  } catch {
    return undefined;
  }
}

describe("200 concurrent sessions with 20 keys", () => {
  test("no key crosses, and the limits hold per key", async () => {
    const calls = 4;
    const session = async (index: number): Promise<void> => {
      const key = keys[index % keys.length] ?? "";
      const headers = index % 3 === 0 ? { "x-instantly-api-key": key } : { authorization: `Bearer ${key}` };
      const client = await (index % 2 === 0 ? connectV1 : connectV2)({ url: server.url, headers });
      for (let count = 0; count < calls; count += 1) {
        const { structuredContent } = await client.call("list_campaigns", { limit: 1 });
        expect(structuredContent).toMatchObject({ success: true, campaigns: [{ id: campaignOf(key) }] });
      }
      await client.close();
    };
    await Promise.all(Array.from({ length: 200 }, (_, index) => session(index)));
    expect([...api.arrivals.keys()].sort()).toEqual([...keys].sort());
    for (const arrivals of api.arrivals.values()) {
      expect(arrivals).toHaveLength((200 / keys.length) * calls);
      // 100 requests in any second, as for one client in one process.
      const crowded = arrivals.filter((at, index) => (arrivals[index + 100] ?? Number.POSITIVE_INFINITY) - at < 1000);
      expect(crowded).toEqual([]);
    }
    const used = memory();
    if (used !== undefined) expect(used).toBeLessThan(400 * 1024 * 1024);
  }, 120_000);
});

describe("a burst of one key", () => {
  test("is delayed to 100 requests a second", async () => {
    const key = "key-of-a-burst";
    const client = await connectV2({ url: server.url, headers: { authorization: `Bearer ${key}` } });
    await Promise.all(Array.from({ length: 130 }, () => client.call("list_campaigns")));
    const arrivals = api.arrivals.get(key) ?? [];
    expect(arrivals).toHaveLength(130);
    // Requests leave a second apart. The first one may arrive later than others, because it waits for its connection.
    expect((arrivals[100] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThanOrEqual(900);
    await client.close();
  }, 60_000);
});
