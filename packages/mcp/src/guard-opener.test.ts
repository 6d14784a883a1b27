import { afterEach, expect, test, vi } from "vitest";
import { guardOpener } from "./guard-opener.ts";
import type { SharedStore } from "./state/expiring-store.ts";
import { memoryStore } from "./state/memory-store.ts";

const DAY_MS = 24 * 3_600_000;

afterEach(() => void vi.useRealTimers());

test("an instance that runs for months and one that starts later sign with the same secret", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const store: SharedStore = memoryStore();
  const open = guardOpener({}, store);
  const guard = await open();
  const secret = await store.get("guard-secret");
  for (let day = 0; day < 90; day += 1) {
    vi.setSystemTime(Date.now() + DAY_MS);
    expect(await open()).toBe(guard);
  }
  await guardOpener({}, store)();
  expect(await store.get("guard-secret")).toBe(secret);
});

test("a store that fails while the secret is extended fails no call", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const store: SharedStore = memoryStore();
  const open = guardOpener({}, store);
  await open();
  vi.spyOn(store, "add").mockRejectedValue(new Error("down"));
  vi.setSystemTime(Date.now() + 2 * DAY_MS);
  await expect(open()).resolves.toBeDefined();
  expect(store.add).toHaveBeenCalledOnce();
});
