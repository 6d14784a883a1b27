import { describe, expect, test } from "vitest";
import type { JournalEntry } from "./journal.ts";
import { RequestLog } from "./request-log.ts";

const entry: JournalEntry = {
  at: "2026-09-07T08:00:00.000Z",
  operation: "listLeads",
  method: "POST",
  path: "/api/v2/leads/list",
  key: "full",
  workspace: "w",
  status: 200,
  effects: 0,
};

/** Records a request whose response has a body. */
function record(log: RequestLog, body: string | undefined): void {
  const response = body === undefined ? undefined : { headers: {}, body };
  log.record(entry, 0, undefined, { headers: { accept: "*/*" }, response });
}

function watched(): RequestLog {
  const log = new RequestLog();
  log.watch();
  return log;
}

/** The numbers of the requests whose response bodies are kept. */
function keptBodies(log: RequestLog): number[] {
  const { requests } = log.list({ limit: 1000 });
  return requests.map(({ number }) => number).filter((number) => log.find(number)?.responseBody != null);
}

describe("the memory of the log", () => {
  test("has the last 1,000 requests", () => {
    const log = watched();
    for (let index = 0; index < 2500; index += 1) record(log, "{}");
    const { requests } = log.list({ limit: 1000 });
    expect([requests.length, requests[0]?.number, requests.at(-1)?.number]).toEqual([1000, 2500, 1501]);
    expect([log.find(1500), log.find(1501)?.number]).toEqual([undefined, 1501]);
    expect(keptBodies(log)).toHaveLength(1000);
  });

  test("has two million characters of bodies at most, the newest ones, and none of a long body", () => {
    const log = watched();
    for (let index = 0; index < 50; index += 1) record(log, "x".repeat(100_000));
    expect(keptBodies(log)).toEqual(Array.from({ length: 20 }, (_, index) => 50 - index));
    record(log, "x".repeat(200_001));
    record(log, undefined);
    expect(keptBodies(log)).toHaveLength(20);
    record(log, "x".repeat(100_000));
    expect(keptBodies(log)[0]).toBe(53);
    expect(keptBodies(log)).toHaveLength(20);
  });

  test("has headers and bodies of the last 50 while nobody looks, and of all from then on", () => {
    const log = new RequestLog();
    for (let index = 0; index < 200; index += 1) record(log, "{}");
    expect(keptBodies(log)).toHaveLength(50);
    expect([log.find(151)?.headers, log.find(150)?.headers]).toEqual([{ accept: "*/*" }, {}]);
    log.watch();
    for (let index = 0; index < 500; index += 1) record(log, "{}");
    expect(keptBodies(log)).toHaveLength(550);
  });

  test("is freed by clearing, and fills up again", () => {
    const log = watched();
    for (let index = 0; index < 30; index += 1) record(log, "x".repeat(100_000));
    log.clear();
    expect(log.list({}).requests).toEqual([]);
    for (let index = 0; index < 30; index += 1) record(log, "x".repeat(100_000));
    expect(keptBodies(log)).toEqual(Array.from({ length: 20 }, (_, index) => 60 - index));
  });
});
