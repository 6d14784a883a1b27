import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeTime } from "../../../../tests/client/settle.ts";
import { serverDates } from "../response/server-date.ts";
import { serverAheadMs, serverClock } from "./server-clock.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

/** A `fetch` whose responses carry these dates, one after the other. */
function dated(...headers: readonly (string | undefined)[]): typeof fetch {
  const left = [...headers];
  return async () => {
    const date = left.shift();
    return new Response("", { headers: date === undefined ? {} : { date } });
  };
}
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();
const known = (header: string) => ({ header, receivedMs: Date.now() });

describe("the clock of the API", () => {
  test("is set by the latest response that has a date, and goes on by itself", async () => {
    const clock = serverClock(dated(inSeconds(60), undefined, inSeconds(90)), undefined);
    expect(clock.now()).toBeUndefined();
    await clock.fetch("https://example.com");
    expect(clock.now()).toBe(Date.now() + 60_000);
    vi.advanceTimersByTime(5_000);
    await clock.fetch("https://example.com");
    expect(clock.now()).toBe(Date.now() + 60_000);
    await clock.fetch("https://example.com");
    expect(clock.now()).toBe(Date.now() + 85_000);
    expect(clock.wentBack()).toBe(false);
  });

  test.each([
    "Thu, 01 Jan 2026 00:00:10",
    "x Thu, 01 Jan 2026 00:00:10 GMT",
    "Thu, 01 Jan 2026 00:00:10 GMT x",
    "Thu, 01 Foo 2026 00:00:10 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Wed, 31 Dec 1969 23:59:59 GMT",
    "2026-01-01T00:00:10Z",
    "10",
  ])("is not set by %j", async (header) => {
    const clock = serverClock(dated(header), known(header));
    await clock.fetch("https://example.com");
    expect(clock.now()).toBeUndefined();
    expect(clock.wentBack()).toBe(false);
    expect(serverAheadMs(known(header))).toBeUndefined();
  });

  test.each([undefined, null, {}, { headers: null }, { headers: {} }])(
    "is not set by a response that is %j, which is passed on",
    async (response) => {
      const given = (async () => response) as unknown as typeof fetch;
      const clock = serverClock(given, undefined);
      expect(await clock.fetch("https://example.com")).toBe(response);
      expect(clock.now()).toBeUndefined();
    },
  );

  test.each([
    [-10, false],
    [-11, true],
  ])("went back when a response is %d s older than one before it", async (seconds, went) => {
    const now = inSeconds(0);
    const later = serverClock(dated(inSeconds(seconds)), known(now));
    await later.fetch("https://example.com");
    expect(later.wentBack(), "than what was known").toBe(went);

    const clock = serverClock(dated(inSeconds(-3_600), now, inSeconds(seconds), now), undefined);
    for (let read = 0; read < 2; read += 1) await clock.fetch("https://example.com");
    expect(clock.wentBack()).toBe(false);
    for (let read = 0; read < 2; read += 1) await clock.fetch("https://example.com");
    expect(clock.wentBack(), "and stays so").toBe(went);
  });

  test("adds up small steps back", async () => {
    const clock = serverClock(dated(inSeconds(0), inSeconds(-6), inSeconds(-12)), undefined);
    for (let read = 0; read < 2; read += 1) await clock.fetch("https://example.com");
    expect(clock.wentBack()).toBe(false);
    await clock.fetch("https://example.com");
    expect(clock.wentBack()).toBe(true);
  });
});

test("is ahead by the difference between a date and its receipt", () => {
  const date = known(inSeconds(60));
  vi.advanceTimersByTime(5_000);
  expect(serverAheadMs(date)).toBe(60_000);
  expect(serverAheadMs(undefined)).toBeUndefined();
});

test("the latest date that a response told is kept, with when it came", () => {
  const [first, second] = [inSeconds(60), inSeconds(90)];
  const dates = serverDates();
  expect(dates.latest()).toBeUndefined();
  dates.keep(first);
  const receivedMs = Date.now();
  vi.advanceTimersByTime(5_000);
  dates.keep("");
  dates.keep(null);
  expect(dates.latest()).toEqual({ header: first, receivedMs });
  dates.keep(second);
  expect(dates.latest()).toEqual({ header: second, receivedMs: receivedMs + 5_000 });
});
