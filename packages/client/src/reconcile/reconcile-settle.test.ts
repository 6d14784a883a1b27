import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { fakeTime } from "../../../../tests/client/settle.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient } from "../index.ts";

const MINUTE = 60_000;

beforeEach(fakeTime);
afterEach(() => {
  vi.useRealTimers();
});

type Write = (client: InstantlyClient) => Promise<unknown>;
const newList: Write = ({ leadLists }) => leadLists.create({ name: "Spring" });
const newInterest: Write = ({ leads }) =>
  leads.updateInterestStatus({ lead_email: "ada@example.com", interest_value: 1 });

/** Lets a write fail with an open outcome, after which the API lists one old lead that was not touched. */
async function failed(write: Write) {
  const old = {
    email: "ada@example.com",
    timestamp_created: "2025-12-01T00:00:00Z",
    timestamp_updated: "2025-12-02T00:00:00Z",
  };
  const { fetch } = scriptedFetch(respondWithText("", 502), ({ url }) =>
    Response.json({ items: url.pathname.endsWith("leads/list") ? [old] : [] }),
  );
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
  const error: unknown = await write(client).catch((thrown: unknown) => thrown);
  return { look: (settleMs?: number) => client.reconcile(error, settleMs === undefined ? {} : { settleMs }) };
}

describe.each<[string, number, Write, number | undefined]>([
  ["a new lead list", MINUTE, newList, undefined],
  ["a new lead list", 5_000, newList, 5_000],
  ["a change of interest", 10 * MINUTE, newInterest, undefined],
  ["a change of interest", 50_000, newInterest, 5_000],
])("the absence of %s is proof after %d ms", (_, neededMs, write, settleMs) => {
  test("and not a millisecond earlier", async () => {
    const { look } = await failed(write);
    vi.advanceTimersByTime(neededMs - 1);
    expect(await look(settleMs)).toBe("undetermined");
    vi.advanceTimersByTime(1);
    expect(await look(settleMs)).toBe("not_applied");
  });

  test("by both clocks, of which one may have been set and the other have stood still", async () => {
    const { look } = await failed(write);
    vi.setSystemTime(Date.now() + neededMs);
    expect(await look(settleMs), "the wall clock alone went on").toBe("undetermined");
    vi.setSystemTime(Date.now() - neededMs);
    const wallMs = Date.now();
    vi.advanceTimersByTime(neededMs);
    vi.setSystemTime(wallMs);
    expect(await look(settleMs), "the other clock alone went on").toBe("undetermined");
  });
});

test("a write that is there is applied at once", async () => {
  const items = [{ id: "list-1", name: "Spring", timestamp_created: new Date().toISOString() }];
  const { fetch } = scriptedFetch(respondWithText("", 502), () => Response.json({ items }));
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
  const error: unknown = await newList(client).catch((thrown: unknown) => thrown);
  expect(await client.reconcile(error)).toBe("applied");
});
