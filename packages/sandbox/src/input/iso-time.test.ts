import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { isoTime } from "./iso-time.ts";

test.each([
  ["2026-09-10", "2026-09-10T00:00:00.000Z"],
  ["2026-09-10T09:00", "2026-09-10T09:00:00.000Z"],
  ["2026-09-10T09:00:01.5", "2026-09-10T09:00:01.500Z"],
  ["2026-09-10T09:00:00Z", "2026-09-10T09:00:00.000Z"],
  ["2026-09-10T09:00:00+02:00", "2026-09-10T07:00:00.000Z"],
])("%s is %s", (text, time) => {
  expect(new Date(isoTime(text)).toISOString()).toBe(time);
});

test.each(["", "5", "tomorrow", "Sep 10 2026", "2026-9-1", "2026-13-01", "2026-09-10 09:00", 5, null, undefined])(
  "%j is no time",
  (text) => {
    expect(isoTime(text)).toBeNaN();
  },
);

test("does not depend on the time zone of the machine", () => {
  const module = new URL("iso-time.ts", import.meta.url);
  const program = `import { isoTime } from ${JSON.stringify(module.href)}; console.log(isoTime("2026-09-10T09:00"));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", program],
    {
      env: { ...process.env, TZ: "Asia/Tokyo" },
      encoding: "utf8",
    },
  );
  expect([stdout.trim(), stderr]).toEqual([String(Date.UTC(2026, 8, 10, 9)), ""]);
});
