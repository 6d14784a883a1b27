import { describe, expect, test } from "vitest";
import type { Rehearsal } from "../../tests/rehearsal.ts";
import { rehearse } from "../../tests/rehearsal.ts";
import { createSandbox } from "../create-sandbox.ts";

const turn = (on: Rehearsal, body?: unknown) => on.ask("POST /_sandbox/clock", body);

async function active(): Promise<Rehearsal> {
  const on = rehearse();
  on.sandbox.load("outreach");
  await on.activate((await on.campaigns()).items[0]?.id ?? "");
  return on;
}

describe("the clock over HTTP", () => {
  test("stands still until it is turned", async () => {
    const on = await active();
    const { body } = await on.ask("GET /_sandbox/clock");
    expect(body).toEqual({ now: on.sandbox.now(), pending: 1 });
    expect((await on.emails()).items).toEqual([]);
  });

  test("advances by a duration and reports what happened", async () => {
    const on = await active();
    const before = Date.parse(on.sandbox.now());
    const { status, body } = await turn(on, { advance: "1d 2h 30m" });
    expect(status).toBe(200);
    expect(Date.parse(String(body["now"])) - before).toBe(26.5 * 3_600_000);
    expect(body["events"]).toBeGreaterThan(8);
    expect(on.sandbox.now()).toBe(body["now"]);
    expect(on.sandbox.outbox()).toHaveLength(8);
  });

  test("is set to a time, and runs until nothing is left to happen", async () => {
    const on = await active();
    expect((await turn(on, { set: "2026-09-08T00:00:00Z" })).body["now"]).toBe("2026-09-08T00:00:00.000Z");
    const { body } = await turn(on, { runUntilIdle: true });
    expect(body["pending"]).toBe(0);
    expect((await on.campaigns()).items[0]?.status).toBe(3);
    expect((await turn(on, { runUntilIdle: true })).body["events"]).toBe(0);
    expect((await turn(on, { set: "2027-01-01T10:00" })).body["now"]).toBe("2027-01-01T10:00:00.000Z");
  });

  test.each<[unknown, string | RegExp]>([
    [{ advance: "3 days" }, 'advance: expected a duration such as "3d", "36h" or "1d 2h 30m", found "3 days"'],
    [{ advance: -5 }, /^advance: expected a duration .*found -5$/],
    [{ advance: "" }, /^advance: /],
    [{ set: "tomorrow" }, 'set: expected an ISO 8601 time such as "2026-09-10T09:00:00Z", found "tomorrow"'],
    [{ set: "2026-09-01T00:00:00Z" }, /^set: the clock only goes forward; it shows 2026-09-07T08:00:00.000Z, found/],
    [{ runUntilIdle: false }, "runUntilIdle: expected true, found false"],
    [{ advence: "3d" }, 'advence is unknown; known are advance, set, runUntilIdle; did you mean "advance"?'],
    [{}, "body: expected exactly one of advance, set, runUntilIdle, found none of them"],
    [{ advance: "1d", set: "2027-01-01T00:00:00Z" }, /^body: expected exactly one of .*, found advance and set$/],
    [["1d"], /^body: expected a JSON object with advance, set, runUntilIdle, found \["1d"\]$/],
  ])("%j is refused and turns nothing", async (body, message) => {
    const on = rehearse();
    const answer = await turn(on, body);
    expect(answer).toMatchObject({ status: 400, body: { statusCode: 400, error: "Bad Request" } });
    if (typeof message === "string") expect(answer.body["message"]).toBe(message);
    else expect(answer.body["message"]).toMatch(message);
    expect(on.sandbox.now()).toBe("2026-09-07T08:00:00.000Z");
  });

  test("a running clock goes with the real time", async () => {
    const on = rehearse({ clock: "running" });
    const before = Date.parse(on.sandbox.now());
    await new Promise((resolve) => setTimeout(resolve, 50));
    const passed = Date.parse(String((await on.ask("GET /_sandbox/clock")).body["now"])) - before;
    expect(passed).toBeGreaterThanOrEqual(40);
    expect(passed).toBeLessThan(20_000);
  });

  test("a running clock loses nothing to many short looks, and mails by itself", async () => {
    const sandbox = createSandbox({ clock: "running", unknowns: { firstLookMs: 100 } });
    const on = rehearse();
    on.sandbox.load("outreach");
    on.sandbox.setClock("2026-09-07T09:00:00.000Z");
    const [campaign] = (await on.campaigns()).items;
    sandbox.restore(on.sandbox.snapshot());
    const before = Date.parse(sandbox.now());
    const begun = performance.now();
    const headers = { authorization: `Bearer ${sandbox.keys.full}` };
    await sandbox.fetch(`http://sandbox/api/v2/campaigns/${campaign?.id}/activate`, { method: "POST", headers });
    while (performance.now() - begun < 300) sandbox.now();
    expect(Date.parse(sandbox.now()) - before).toBeGreaterThanOrEqual(299);
    expect(sandbox.outbox()).toHaveLength(1);
  });
});

test("an answer can be read in a terminal", async () => {
  const answer = await rehearse().sandbox.fetch("http://sandbox/_sandbox/clock");
  expect(await answer.text()).toBe('{\n  "now": "2026-09-07T08:00:00.000Z",\n  "pending": 0\n}\n');
});

test.each([
  ["GET /_sandbox/clocks", "GET /_sandbox/clock"],
  ["PUT /_sandbox/clock", "POST /_sandbox/clock"],
  ["DELETE /_sandbox/journals?all=1", "DELETE /_sandbox/journal"],
])("there is no %s, and the answer names the routes there are", async (route, meant) => {
  const { status, body } = await rehearse().ask(route);
  expect(status).toBe(404);
  const known =
    "GET /_sandbox/clock, POST /_sandbox/clock, GET /_sandbox/state, POST /_sandbox/state, GET /_sandbox/outbox";
  expect(body["message"]).toMatch(`There is no ${route.split("?")[0]}; known are ${known}, `);
  expect(body["message"]).toMatch(new RegExp(`; did you mean "${meant}"\\?$`));
});
