import { describe, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { operations } from "../spec/operations.gen.ts";
import { WorkspaceLimits } from "./workspace-limits.ts";

const inVirtualTime = (): TestSandbox => createTestSandbox({ limits: "virtual" });

/** How many of that many calls came through. */
async function through(api: TestSandbox, calls: number, route = "GET /campaigns", headers = {}): Promise<number> {
  let passed = 0;
  for (let call = 0; call < calls; call += 1) {
    const { status } = await api.request(route, undefined, headers);
    if (status === 200) passed += 1;
    else expect(status).toBe(429);
  }
  return passed;
}

describe("the limits of a workspace, in virtual time", () => {
  test("100 per second, in any window", async () => {
    const api = inVirtualTime();
    expect(await through(api, 60)).toBe(60);
    api.sandbox.advance("600ms");
    expect(await through(api, 60)).toBe(40);
    api.sandbox.advance("399ms");
    expect(await through(api, 1)).toBe(0);
    api.sandbox.advance("1ms");
    expect(await through(api, 80)).toBe(60);
  });

  test("6,000 per minute, also with rejected attempts", () => {
    const limits = new WorkspaceLimits();
    const passed: number[] = [];
    for (let now = 0; now < 90_000; now += 4) if (limits.admit(operations.listCampaign, now)) passed.push(now);
    const inMinuteFrom = (start: number): number =>
      passed.filter((time) => time >= start && time < start + 60_000).length;
    expect([0, 499, 12_345, 30_000].map(inMinuteFrom)).toEqual([6000, 6000, 6000, 6000]);
  });

  test("20 per minute for emails, in any window; other calls are not limited by it", async () => {
    const api = inVirtualTime();
    expect(await through(api, 15, "GET /emails")).toBe(15);
    api.sandbox.advance("30s");
    expect(await through(api, 10, "GET /emails")).toBe(5);
    expect(await through(api, 10)).toBe(10);
    api.sandbox.advance("30s");
    expect(await through(api, 20, "GET /emails")).toBe(15);
    api.sandbox.advance("29s 999ms");
    expect(await through(api, 1, "GET /emails")).toBe(0);
    api.sandbox.advance("1ms");
    expect(await through(api, 10, "GET /emails")).toBe(5);
  });

  test("all keys of a workspace share them; another workspace has its own", async () => {
    const api = inVirtualTime();
    const readOnly = { authorization: `Bearer ${api.sandbox.keys.readOnly}` };
    expect(await through(api, 50)).toBe(50);
    expect(await through(api, 60, "GET /campaigns", readOnly)).toBe(50);
    expect(await through(api, 101, "GET /campaigns", { "x-as-workspace": api.sandbox.workspaces.sub })).toBe(100);
  });

  test("start again after a reset, although the clock moves back", async () => {
    const api = inVirtualTime();
    api.sandbox.advance("3d");
    expect(await through(api, 25, "GET /emails")).toBe(20);
    api.sandbox.reset();
    expect(await through(api, 25, "GET /emails")).toBe(20);
  });

  test("a refusal says so in the API's words, without a Retry-After, and is in the journal", async () => {
    const api = inVirtualTime();
    await through(api, 20, "GET /emails");
    const response = await api.request("GET /emails");
    expect(response.body).toEqual({ statusCode: 429, error: "Too Many Requests", message: "Rate limit exceeded" });
    expect(response.headers.get("retry-after")).toBeNull();
    expect(api.sandbox.journal().entries.at(-1)?.status).toBe(429);
  });

  test("a rejected create creates nothing", async () => {
    const api = inVirtualTime();
    await through(api, 100);
    expect((await api.request("POST /lead-lists", { name: "x" })).status).toBe(429);
    api.sandbox.advance("1s");
    expect((await api.listLeadLists()).items).toEqual([]);
  });
});

test("by default real time counts: turning the clock makes no room", async () => {
  const api = createTestSandbox({ limits: "real" });
  expect(await through(api, 20, "GET /emails")).toBe(20);
  api.sandbox.advance("1h");
  expect(await through(api, 1, "GET /emails")).toBe(0);
});

test("without limits everything comes through", async () => {
  expect(await through(createTestSandbox({ limits: "off" }), 30, "GET /emails")).toBe(30);
});
