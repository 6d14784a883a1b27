import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeTime } from "../../../../tests/client/settle.ts";
import type { ServerDate } from "../response/server-date.ts";
import type { SentWrite } from "./with-write-log.ts";
import type { PlaceMoments, WhenWritten } from "./write-time.ts";
import { agesMs, isUnwritten, placeMoments } from "./write-time.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const iso = (ms: number) => new Date(ms).toISOString();

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** Places moments against a write that took 5 s and failed 20 s ago; `aheadMs` is the clock of the API, if it tells one. */
function placing(aheadMs: number | undefined, serverDate?: ServerDate): { place: PlaceMoments; startedMs: number } {
  vi.advanceTimersByTime(60 * SECOND);
  const failed = { wallMs: Date.now(), steadyMs: performance.now() };
  const write: SentWrite = {
    operation: "createLead",
    url: "https://api.instantly.ai/api/v2/leads",
    body: "{}",
    startedAt: performance.now() - 5 * SECOND,
    failed,
    serverDate,
  };
  vi.advanceTimersByTime(20 * SECOND);
  const clock = {
    fetch: globalThis.fetch,
    now: () => (aheadMs === undefined ? undefined : Date.now() + aheadMs),
    wentBack: () => false,
  };
  return { place: placeMoments(write, clock), startedMs: Date.now() - 25 * SECOND + (aheadMs ?? 0) };
}

describe("a moment is placed against the beginning of the write", () => {
  const edges = (nearMs: number, farMs: number): [number, WhenWritten][] => [
    [-farMs - 1, "before"],
    [-farMs, "unclear"],
    [-nearMs - 1, "unclear"],
    [-nearMs, "since"],
    [0, "since"],
    // The write took 5 s, and failed 20 s ago.
    [25 * SECOND + farMs, "since"],
    [25 * SECOND + farMs + 1, "unclear"],
  ];

  test.each([
    ["of the API", 0],
    ["of the API, an hour ahead", HOUR],
    ["of the API, an hour behind", -HOUR],
  ])("by the clock %s", (_, aheadMs) => {
    const { place, startedMs } = placing(aheadMs);
    for (const [ms, when] of edges(10 * SECOND, 45 * SECOND)) expect(place(iso(startedMs + ms)), `${ms} ms`).toBe(when);
  });

  test("by this machine's own clock, with much more tolerance, where the API tells none", () => {
    const { place, startedMs } = placing(undefined);
    for (const [ms, when] of edges(2 * MINUTE, 26 * HOUR)) expect(place(iso(startedMs + ms)), `${ms} ms`).toBe(when);
  });

  test.each([
    ["since it was set forward by an hour", HOUR, 0],
    ["since it was set back by an hour", -HOUR, -HOUR],
  ])("by two estimates, of which the earlier counts: %s", (_, aheadMs, earliest) => {
    const told = { header: new Date(Date.now()).toUTCString(), receivedMs: Date.now() };
    const { place, startedMs } = placing(aheadMs, told);
    const thenMs = startedMs - aheadMs;
    expect(place(iso(thenMs + earliest - 10 * SECOND))).toBe("since");
    expect(place(iso(thenMs + earliest - 10 * SECOND - 1))).toBe("unclear");
    expect(place(iso(thenMs + earliest - 45 * SECOND - 1))).toBe("before");
  });

  test("the longer of two ages counts when the wall clock was set", () => {
    const { place, startedMs } = placing(0);
    // This machine's clock goes on by an hour while the other one stands still, as in a sleeping machine.
    vi.setSystemTime(Date.now() + HOUR);
    expect(place(iso(startedMs - 10 * SECOND))).toBe("since");
    expect(place(iso(startedMs - 10 * SECOND - 1))).toBe("unclear");
  });
});

describe("a moment", () => {
  test.each([
    "2026-01-01T00:01:05Z",
    "2026-01-01T00:01:05.5Z",
    "2026-01-01T00:01:05.123456Z",
    "2026-01-01T01:01:05+01:00",
    "2026-01-01T05:31:05+0530",
    "2025-12-31T19:01:05-05:00",
  ])("may be written %s", (moment) => {
    expect(placing(0).place(moment)).toBe("since");
  });

  test.each([
    "2026-01-01T00:01:05",
    "2026-01-01 00:00:10Z",
    "2026-01-01",
    "x2026-01-01T00:01:05Z",
    "2026-01-01T00:01:05Zx",
    "2026-01-01T00:01:05.Z",
    "2026-01-01T00:00Z",
    "2026-13-01T00:00:10Z",
    "",
    1_767_225_610_000,
    {},
    ["2026-01-01T00:01:05Z"],
    new Date("2026-01-01T00:01:05Z"),
  ])("that is %j is unclear", (moment) => {
    expect(placing(0).place(moment)).toBe("unclear");
  });

  test("from before 2015 stands for none", () => {
    const { place } = placing(0);
    expect(place("2015-01-01T00:00:00Z")).toBe("before");
    expect(place("2014-12-31T23:59:59.999Z")).toBe("unclear");
  });

  test("is one of several, which must agree; those that are absent say nothing", () => {
    const { place, startedMs } = placing(0);
    const [since, before] = [iso(startedMs), iso(startedMs - HOUR)];
    expect(place(since, before)).toBe("unclear");
    expect(place(before, before, since)).toBe("unclear");
    expect(place(before, before)).toBe("before");
    expect(place(null, since, undefined)).toBe("since");
    expect(place(undefined, null)).toBe("unclear");
    expect(place(since, "today")).toBe("unclear");
    expect(place()).toBe("unclear");
  });
});

test("an age is told by both clocks", () => {
  const moment = { wallMs: Date.now(), steadyMs: performance.now() };
  vi.advanceTimersByTime(7 * SECOND);
  vi.setSystemTime(Date.now() + HOUR);
  expect(agesMs(moment)).toEqual([7 * SECOND + HOUR, 7 * SECOND]);
});

describe("an item is unwritten", () => {
  test.each<[string, object | undefined, boolean]>([
    ["if it was changed before the write", { timestamp_updated: iso(Date.UTC(2025, 0)) }, true],
    ["unless it was changed since", { timestamp_updated: "2026-01-01T00:01:05Z" }, false],
    [
      "if it was never changed since it was created",
      { timestamp_created: "2026-01-01T00:01:05Z", timestamp_updated: "2026-01-01T00:01:05Z" },
      true,
    ],
    ["unless its times are equal but are none", { timestamp_created: "now", timestamp_updated: "now" }, false],
    ["unless it tells no times", {}, false],
    ["unless there is none", undefined, false],
    ["unless only its creation is old", { timestamp_created: iso(Date.UTC(2025, 0)) }, false],
  ])("%s", (_, item, expected) => {
    expect(isUnwritten(item, placing(0).place)).toBe(expected);
  });
});
