import { describe, expect, test } from "vitest";
import type { Rehearsal } from "../../tests/rehearsal.ts";
import { rehearse } from "../../tests/rehearsal.ts";
import { operations } from "../operations.gen.ts";
import { WorkspaceLimits } from "./workspace-limits.ts";

const inVirtualTime = (): Rehearsal => rehearse({ limits: "virtual" });

/** How many of that many calls came through. */
async function through(on: Rehearsal, calls: number, route = "GET /campaigns", headers = {}): Promise<number> {
  let passed = 0;
  for (let call = 0; call < calls; call += 1) {
    const { status } = await on.ask(route, undefined, headers);
    if (status === 200) passed += 1;
    else expect(status).toBe(429);
  }
  return passed;
}

describe("the limits of a workspace, in virtual time", () => {
  test("100 a second, in whatever second", async () => {
    const on = inVirtualTime();
    expect(await through(on, 60)).toBe(60);
    on.sandbox.advance("600ms");
    expect(await through(on, 60)).toBe(40);
    on.sandbox.advance("399ms");
    expect(await through(on, 1)).toBe(0);
    on.sandbox.advance("1ms");
    expect(await through(on, 80)).toBe(60);
  });

  test("6,000 a minute and no more, however often somebody tries", () => {
    const limits = new WorkspaceLimits();
    const passed: number[] = [];
    for (let now = 0; now < 90_000; now += 4) if (limits.admit(operations.listCampaign, now)) passed.push(now);
    const inMinuteFrom = (start: number): number =>
      passed.filter((time) => time >= start && time < start + 60_000).length;
    expect([0, 499, 12_345, 30_000].map(inMinuteFrom)).toEqual([6000, 6000, 6000, 6000]);
  });

  test("20 a minute for the mails, in whatever minute; other calls go on", async () => {
    const on = inVirtualTime();
    expect(await through(on, 15, "GET /emails")).toBe(15);
    on.sandbox.advance("30s");
    expect(await through(on, 10, "GET /emails")).toBe(5);
    expect(await through(on, 10)).toBe(10);
    on.sandbox.advance("30s");
    expect(await through(on, 20, "GET /emails")).toBe(15);
    on.sandbox.advance("29s 999ms");
    expect(await through(on, 1, "GET /emails")).toBe(0);
    on.sandbox.advance("1ms");
    expect(await through(on, 10, "GET /emails")).toBe(5);
  });

  test("all keys of a workspace share them; another workspace has its own", async () => {
    const on = inVirtualTime();
    const readOnly = { authorization: `Bearer ${on.sandbox.keys.readOnly}` };
    expect(await through(on, 50)).toBe(50);
    expect(await through(on, 60, "GET /campaigns", readOnly)).toBe(50);
    expect(await through(on, 101, "GET /campaigns", { "x-as-workspace": on.sandbox.workspaces.sub })).toBe(100);
  });

  test("begin anew with a reset, although the clock goes back", async () => {
    const on = inVirtualTime();
    on.sandbox.advance("3d");
    expect(await through(on, 25, "GET /emails")).toBe(20);
    on.sandbox.reset();
    expect(await through(on, 25, "GET /emails")).toBe(20);
  });

  test("a refusal says so in the API's words, without a Retry-After, and is in the journal", async () => {
    const on = inVirtualTime();
    await through(on, 20, "GET /emails");
    const answer = await on.ask("GET /emails");
    expect(answer.body).toEqual({ statusCode: 429, error: "Too Many Requests", message: "Rate limit exceeded" });
    expect(answer.headers.get("retry-after")).toBeNull();
    expect(on.sandbox.journal().entries.at(-1)?.status).toBe(429);
  });

  test("a refused create creates nothing", async () => {
    const on = inVirtualTime();
    await through(on, 100);
    expect((await on.ask("POST /lead-lists", { name: "x" })).status).toBe(429);
    on.sandbox.advance("1s");
    expect((await on.lists()).items).toEqual([]);
  });
});

test("by default real time counts: turning the clock makes no room", async () => {
  const on = rehearse({ limits: "real" });
  expect(await through(on, 20, "GET /emails")).toBe(20);
  on.sandbox.advance("1h");
  expect(await through(on, 1, "GET /emails")).toBe(0);
});

test("without limits everything comes through", async () => {
  expect(await through(rehearse({ limits: "off" }), 30, "GET /emails")).toBe(30);
});
