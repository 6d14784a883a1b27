import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blockableTime } from "../../../../tests/client/blockable-time.ts";
import { limited } from "../../../../tests/client/limited-client.ts";
import { advanceTime, drainPromises, fakeTime, runUntilSettled } from "../../../../tests/client/settle.ts";
import type { Slot } from "../call/slot.ts";
import type { RateLimitStore } from "./rate-limit-store.ts";
import { createRateLimiter } from "./rate-limiter.ts";

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

test("calls of several limits that come free together go in the order in which they came, interactive ones first", async () => {
  const waitingFor = async (priority: "interactive" | "bulk") => {
    const { client, sent } = limited({ workspace: [{ requests: 1, windowMs: 1_000 }] });
    const calls: Promise<unknown>[] = [client.leads.get("held")];
    calls.push(client.emails.list({}, { priority }), client.leads.get("lead"));
    await runUntilSettled(Promise.all(calls));
    return sent();
  };
  expect(await waitingFor("interactive")).toEqual(["held", "emails", "lead"]);
  expect(await waitingFor("bulk")).toEqual(["held", "lead", "emails"]);
});

describe("a shared store", () => {
  /** A store whose responses the test gives. */
  function responding() {
    const asked: { readonly slot: Slot | undefined; respond(wait: number): Promise<void> }[] = [];
    const settled: boolean[] = [];
    const store: RateLimitStore = {
      take: (_rules, _logger, slot) =>
        new Promise((resolve) => {
          if (slot) slot.settle = (hasLeft) => settled.push(hasLeft);
          const respond = async (wait: number) => {
            resolve(wait);
            await drainPromises();
          };
          asked.push({ slot, respond });
        }),
      pause: () => undefined,
    };
    const rateLimiter = createRateLimiter({ store });
    return { asked, settled, rateLimiter, ...limited(rateLimiter) };
  }

  test("is asked once at a time, and again after the time that it names", async () => {
    const { asked, client, sent } = responding();
    const controller = new AbortController();
    const left = client.leads.get("left", { signal: controller.signal }).catch(() => undefined);
    controller.abort();
    await left;
    const call = client.leads.get("next");
    await drainPromises();
    expect(asked).toHaveLength(1);
    await asked[0]?.respond(50);
    expect(sent()).toEqual([]);
    await advanceTime(49);
    expect(asked).toHaveLength(1);
    await advanceTime(1);
    expect(asked).toHaveLength(2);
    await asked[1]?.respond(0);
    await call;
    expect(sent()).toEqual(["next"]);
  });

  test("gets back the slot of a call that has left", async () => {
    const { asked, settled, client } = responding();
    const controller = new AbortController();
    const left = client.leads.get("left", { signal: controller.signal }).catch(() => undefined);
    await drainPromises();
    controller.abort();
    await left;
    await asked[0]?.respond(0);
    expect(settled).toEqual([false]);
  });

  test("gives that slot to a request that came later, from when it is granted", async () => {
    const { asked, settled, client, rateLimiter } = responding();
    const controller = new AbortController();
    const left = client.leads.get("left", { signal: controller.signal }).catch(() => undefined);
    await drainPromises();
    controller.abort();
    await left;
    const granted = rateLimiter.acquire();
    await drainPromises();
    await asked[0]?.respond(0);
    await granted;
    expect(settled).toEqual([true]);
    expect(asked).toHaveLength(1);
  });

  test("holds the slot of a call until its request is sent", async () => {
    const { asked, settled, client } = responding();
    const call = client.leads.get("a");
    await drainPromises();
    expect(settled).toEqual([]);
    await asked[0]?.respond(0);
    await call;
    expect(settled).toEqual([true]);
  });
});
