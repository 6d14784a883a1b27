import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blockableTime } from "../../../../tests/client/blockable-time.ts";
import { limited } from "../../../../tests/client/limited-client.ts";
import { advanceTime, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";

beforeEach(fakeTime);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("serves first come, first served, interactive calls before bulk ones", async () => {
  const { client, sent } = limited({ workspace: [{ requests: 1, windowMs: 100 }], paddingMs: 0 });
  const get = (id: string, priority?: "bulk" | "interactive") => client.leads.get(id, { priority });
  const all = ["a", "b", "c"].map((id) => get(id, "bulk")).concat(["d", "e"].map((id) => get(id)));
  await advanceTime(150);
  all.push(get("f", "interactive"), get("g", "bulk"));
  await runUntilSettled(Promise.all(all));
  expect(sent()).toEqual(["a", "d", "e", "f", "b", "c", "g"]);
});

test("keeps the order between calls with a limit of their own and the others", async () => {
  const { client, sent } = limited({ workspace: [{ requests: 2, windowMs: 1_000 }] });
  const calls = [
    client.leads.get("held-1"),
    client.leads.get("held-2"),
    client.leads.get("first"),
    client.emails.list(),
    client.leads.get("bulk", { priority: "bulk" }),
    client.emails.list(),
  ];
  await runUntilSettled(Promise.all(calls));
  expect(sent()).toEqual(["held-1", "held-2", "first", "emails", "emails", "bulk"]);
});

test("a call with a limit of its own takes no slot that another was waiting for", async () => {
  const block = blockableTime();
  const { client, sent } = limited({ workspace: [{ requests: 1, windowMs: 1_000 }] });
  const calls: Promise<unknown>[] = [client.leads.get("held"), client.leads.get("waits")];
  await advanceTime(500);
  block(1_000);
  calls.push(client.emails.list());
  await runUntilSettled(Promise.all(calls));
  expect(sent()).toEqual(["held", "waits", "emails"]);
});
