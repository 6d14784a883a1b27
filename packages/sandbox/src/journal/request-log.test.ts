import { describe, expect, test } from "vitest";
import type { RequestRecord } from "./request-log.ts";
import { RequestLog } from "./request-log.ts";

const record = (body: string | undefined): RequestRecord => ({
  entry: {
    at: "2026-09-07T08:00:00.000Z",
    operation: "listLeads",
    method: "POST",
    path: "/api/v2/leads/list",
    key: "full",
    workspace: "w",
    status: body === undefined ? null : 200,
    effects: 0,
  },
  realTime: 0,
  durationMs: 1,
  headers: {},
  response: body === undefined ? undefined : { headers: {}, body },
  reason: undefined,
});

/** The numbers of the requests whose response bodies are kept. */
function keptBodies(log: RequestLog): number[] {
  const { requests } = log.list({ limit: 1000 });
  return requests.map(({ number }) => number).filter((number) => log.find(number)?.responseBody != null);
}

describe("the memory of the log", () => {
  test("has the last 1,000 requests", () => {
    const log = new RequestLog();
    for (let index = 0; index < 2500; index += 1) log.record(record("{}"));
    const { requests } = log.list({ limit: 1000 });
    expect([requests.length, requests[0]?.number, requests.at(-1)?.number]).toEqual([1000, 2500, 1501]);
    expect([log.find(1500), log.find(1501)?.number]).toEqual([undefined, 1501]);
    expect(keptBodies(log)).toHaveLength(1000);
  });

  test("has two million characters of bodies at most, the newest ones, and none of a long body", () => {
    const log = new RequestLog();
    for (let index = 0; index < 50; index += 1) log.record(record("x".repeat(100_000)));
    expect(keptBodies(log)).toEqual(Array.from({ length: 20 }, (_, index) => 50 - index));
    log.record(record("x".repeat(200_001)));
    log.record(record(undefined));
    expect(keptBodies(log)).toHaveLength(20);
    log.record(record("x".repeat(100_000)));
    expect(keptBodies(log)[0]).toBe(53);
    expect(keptBodies(log)).toHaveLength(20);
  });

  test("is freed by clearing, and fills up again", () => {
    const log = new RequestLog();
    for (let index = 0; index < 30; index += 1) log.record(record("x".repeat(100_000)));
    log.clear();
    expect(log.list({}).requests).toEqual([]);
    for (let index = 0; index < 30; index += 1) log.record(record("x".repeat(100_000)));
    expect(keptBodies(log)).toEqual(Array.from({ length: 20 }, (_, index) => 60 - index));
  });
});
