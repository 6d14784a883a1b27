import { expect, test } from "vitest";
import type { Entry } from "./memory-store.ts";
import { memoryStore } from "./memory-store.ts";

test("what has expired leaves the memory, also if nobody asks for it again", async () => {
  let now = 0;
  const entries = new Map<string, Entry>();
  const store = memoryStore(() => now, entries);
  await store.set("kept", "x", 1_000_000);
  for (let index = 0; index < 20_000; index += 1) {
    now += 1;
    await store.add(`call:${index}`, "an outcome", 500);
  }
  expect(entries.size).toBeLessThan(2_000);
  expect(await store.get("kept")).toBe("x");
});

test("it throws when it is full, and forgets nothing that is still valid", async () => {
  let now = 0;
  const store = memoryStore(() => now);
  for (let index = 0; index < 100_000; index += 1) await store.add(`approval:${index}`, "used", 1000);
  await expect(store.add("approval:one-more", "used", 1000)).rejects.toThrow("full");
  expect(await store.add("approval:0", "used", 1000)).toBe(false);
  now = 1000;
  expect(await store.add("approval:one-more", "used", 1000)).toBe(true);
});
