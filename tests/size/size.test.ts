import { describe, expect, test } from "vitest";
import { bundleSize } from "./bundle-size.ts";
import { ceilings } from "./ceilings.ts";
import { furtherSize } from "./further-size.ts";

describe.each(ceilings)("$what", ({ what, code, external, initial, lazy, contains, reasons }) => {
  test("stays below its ceiling, and close to it", async () => {
    const size = await bundleSize(code, external);
    console.log(`${what}: ${size.initial} B, and ${size.lazy} B when needed`);
    expect(size.initial, "above the ceiling: reduce the size, or raise the ceiling with a reason").toBeLessThanOrEqual(
      initial + furtherSize(contains),
    );
    expect(size.initial, "the ceiling is too high: lower it").toBeGreaterThanOrEqual(initial * 0.85);
    expect(size.lazy).toBeLessThanOrEqual(lazy);
    expect(reasons.join(" ")).toMatch(/\w{3,}/);
  });
});

test("the measurement works: code is counted, and code that is loaded on demand is counted separately", async () => {
  const noise = Array.from({ length: 400 }, (_, index) => (index * 2_654_435_761) % 2 ** 32).join();
  const light = await bundleSize("globalThis.use = 1;");
  const heavy = await bundleSize(`globalThis.use = "${noise}";`);
  expect(light.initial).toBeLessThan(60);
  expect(heavy.initial).toBeGreaterThan(1_500);
  const later = await bundleSize(`globalThis.use = () => import("@modulex-instantly/client");`);
  expect(later.initial).toBeLessThan(400);
  expect(later.lazy).toBeGreaterThan(10_000);
});
