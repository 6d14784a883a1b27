import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../tests/client/seeded.ts";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { retryAfterMs } from "./retry-after.ts";

const now = Date.UTC(2026, 0, 15, 12, 0, 0, 250);
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (number: number) => String(number).padStart(2, "0");

/** The three ways in which HTTP writes a moment, each built from the parts and not with the parser's own means. */
function written(moment: number): { readonly imf: string; readonly rfc850: string; readonly asctime: string } {
  const date = new Date(moment);
  const day = days[date.getUTCDay()] ?? "";
  const month = months[date.getUTCMonth()] ?? "";
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
  const year = date.getUTCFullYear();
  return {
    imf: `${day.slice(0, 3)}, ${two(date.getUTCDate())} ${month} ${year} ${time} GMT`,
    rfc850: `${day}, ${two(date.getUTCDate())}-${month}-${two(year % 100)} ${time} GMT`,
    asctime: `${day.slice(0, 3)} ${month} ${String(date.getUTCDate()).padStart(2, " ")} ${time} ${year}`,
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("retryAfterMs", () => {
  test.each([
    ["0", 0],
    ["2", 2_000],
    ["007", 7_000],
    [" 3 ", 3_000],
    ["3600", 3_600_000],
    ["Thu, 15 Jan 2026 12:00:01 GMT", 750],
    ["Thursday, 15-Jan-26 12:00:01 GMT", 750],
    ["Thu Jan 15 12:00:01 2026", 750],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 0],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 0],
    ["Sun Nov  6 08:49:37 1994", 0],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ])("reads %j as %d ms", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  test.each([
    undefined,
    "",
    " ",
    "-1",
    "+1",
    "1.5",
    "1e3",
    "0x10",
    "1,000",
    "1 s",
    "soon",
    "NaN",
    "Infinity",
    "99999999999",
    "2026-01-15T12:00:01Z",
    "Thu, 15 Jan 2026 12:00:01",
    "Thu, 15 Jan 2026 12:00:01 CET",
    "Thu, 15 Jan 2026 12:00:01 +0100",
    "Thu, 15 Foo 2026 12:00:01 GMT",
    "Thu Jan 15 12:00:01 GMT",
    "Thu, 15 Jan 2026 25:00:00 GMT",
    "Thu, 15 Jan 2026 12:60:00 GMT",
    "Thu, 5 Jan 2026 12:00:01 GMT",
    "1\u00a02",
    "\u0661",
  ])("reads no time from %j", (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });

  test.each([
    ["a local clock an hour behind", -3_600_000],
    ["a local clock an hour ahead", 3_600_000],
    ["a local clock from before the year 2000", -26 * 365 * 86_400_000],
    ["a local clock that is right", 0],
  ])("a date is read against the Date of its own response, with %s", (_, off) => {
    for (const date of Object.values(written(now))) {
      for (const header of Object.values(written(now + 7_000))) {
        expect(retryAfterMs(header, now + off, date), `${header} after ${date}`).toBe(7_000);
      }
      // What has passed by the server's clock has passed.
      for (const header of Object.values(written(now - 7_000))) expect(retryAfterMs(header, now + off, date)).toBe(0);
      expect(retryAfterMs("7", now + off, date)).toBe(7_000);
    }
  });

  test.each([
    undefined,
    null,
    "",
    "soon",
    "2026-01-15T12:00:00Z",
    "Thu, 15 Jan 2026 12:00:00",
    "Thu, 15 Foo 2026 12:00:00 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Tue, 13 Jan 2026 12:00:00 GMT",
  ])("a date is read against the local clock where Date is %j, which is none or cannot be true", (date) => {
    expect(retryAfterMs("Thu, 15 Jan 2026 12:00:01 GMT", now, date)).toBe(750);
  });

  test.each([
    ["a day", 86_400_000],
    ["a day and a second, which is too far to be true", undefined],
  ])("a date is read against a Date that is %s away", (_, believedMs) => {
    const { imf } = written(now + (believedMs ?? 86_401_000));
    const hourAhead = now + 3_600_000;
    expect(retryAfterMs(imf, hourAhead, written(now).imf)).toBe(believedMs ?? 82_801_000 - 250);
  });

  test("whitespace around the Date is not part of it", () => {
    expect(retryAfterMs("Thu, 15 Jan 2026 12:00:07 GMT", now + 3_600_000, " Thu, 15 Jan 2026 12:00:00 GMT\t")).toBe(
      7_000,
    );
  });

  test("a date is universal time on every machine: no text without a zone is parsed", () => {
    const parse = vi.spyOn(Date, "parse");
    for (const header of Object.values(written(now + 7_000))) expect(retryAfterMs(header, now), header).toBe(6_750);
    expect(parse.mock.calls).toHaveLength(3);
    for (const [text] of parse.mock.calls) expect(text).toMatch(/^[^G]+ GMT$/);
  });

  test("any number of seconds of up to ten digits is that long", () => {
    const seconds = fc.bigInt({ min: 0n, max: 9_999_999_999n });
    fc.assert(
      fc.property(seconds, (asked) => {
        expect(retryAfterMs(String(asked), now)).toBe(Number(asked) * 1_000);
      }),
      seeded("retryAfterMs of seconds"),
    );
  });

  test("any moment reads the same in all three date forms, and never as a moment earlier than it is", () => {
    // Two digits of a year tell no more than this much.
    const moment = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2049, 11) });
    fc.assert(
      fc.property(moment, fc.nat(999), (asked, offset) => {
        const whole = Math.floor(asked / 1_000) * 1_000;
        const clock = now + offset;
        for (const header of Object.values(written(whole))) {
          expect(retryAfterMs(header, clock), header).toBe(Math.max(0, whole - clock));
        }
      }),
      seeded("retryAfterMs of dates"),
    );
  });

  test("whatever the header, the response is undefined or a finite time from 0 on", () => {
    const fragment = fc.oneof(
      fc.constantFrom("GMT", ",", "-", ":", " ", "Jan", "Thu", "Thursday", "12", "2026", "99", "\t", "\0"),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    const header = fc.oneof(
      fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join("")),
      fc.tuple(fc.constantFrom(...Object.values(written(now))), fc.nat(40), fragment).map(([text, at, inserted]) => {
        return text.slice(0, at) + inserted + text.slice(at + 1);
      }),
    );
    fc.assert(
      fc.property(header, (text) => {
        const ms = retryAfterMs(text, now);
        expect(ms === undefined || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }),
      seeded("retryAfterMs of anything"),
    );
  });

  test("a hostile header of 100 kB is parsed in linear time", () => {
    for (const part of ["9", " ", "Thu, ", "Thursday, 15-Jan-", "Jan "]) {
      expect(cpuMs(() => retryAfterMs(part.repeat(100_000 / part.length), now))).toBeLessThan(100);
    }
  });
});
