import { describe, expect, test } from "vitest";
import { at } from "../../../../tests/client/reconciled.ts";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient } from "../index.ts";

// A list may be paged in a way that hides what is looked for, and options must not hide it either.

type Page = readonly unknown[];

/** Lets a write fail with an open outcome, and looks for it in pages, of which the last one is repeated if it has a cursor. */
async function found(
  write: (client: InstantlyClient) => Promise<unknown>,
  pages: readonly Page[],
  { isEndless = false, options = {} }: { readonly isEndless?: boolean; readonly options?: object } = {},
) {
  const { fetch } = scriptedFetch(respondWithText("", 502), ({ url, init }) => {
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    const page = Number(url.searchParams.get("starting_after") ?? body["starting_after"] ?? 0);
    const isLast = page + 1 >= pages.length && !isEndless;
    return Response.json({ items: pages[page] ?? [], ...(isLast ? {} : { next_starting_after: String(page + 1) }) });
  });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
  const error: unknown = await write(client).catch((thrown: unknown) => thrown);
  return client.reconcile(error, { settleMs: 0, ...options }).catch((thrown: Error) => thrown.message);
}

const sent = { reply_to_uuid: "mail-1", eaccount: "me@example.com", subject: "hello Zoë", body: { text: "At ten?" } };
const mail = { ...sent, id: "mail-2", ue_type: 3, thread_id: "t-1", timestamp_created: at(0) };
const received = { id: "mail-1", ue_type: 2, eaccount: "me@example.com", thread_id: "t-1", timestamp_created: at(0) };
const named = { id: "x", name: "Spring", timestamp_created: at(0) };
const lead = { id: "lead-1", email: "ada@example.com", timestamp_created: at(0) };

const writes: readonly [string, (client: InstantlyClient) => Promise<unknown>, Page][] = [
  ["a reply", ({ emails }) => emails.reply(sent), [mail, received]],
  ["a campaign", ({ campaigns }) => campaigns.create({ name: "Spring", campaign_schedule: {} as never }), [named]],
  ["a lead list", ({ leadLists }) => leadLists.create({ name: "Spring" }), [named]],
  ["a lead", ({ leads }) => leads.create({ email: "ada@example.com" }), [lead]],
];

describe.each(writes)("%s", (_, write, page) => {
  test.each([1, 2, 19])("behind %d empty pages with a cursor is found", async (count) => {
    expect(await found(write, [...Array.from({ length: count }, () => []), page])).toBe("applied");
  });

  test("in a list whose empty pages never end is undetermined", async () => {
    expect(await found(write, [[]], { isEndless: true })).toBe("undetermined");
  });

  test.each([
    { maxItems: 0 },
    { maxPages: 1 },
    { startingAfter: "1" },
    { maxEmptyPages: 0 },
    { prefetch: 1 },
    { retryUnknown: true },
    { settleMS: 1 },
  ])("is not looked for with the option %j, which is named", async (options) => {
    expect(await found(write, [page], { options })).toMatch(
      `options.${Object.keys(options)[0]} is not an option: use settleMs, signal, timeouts, priority, hooks`,
    );
  });

  test("that is on no page is not_applied", async () => {
    expect(await found(write, [[], [], []])).toBe("not_applied");
  });
});

test("leads of which some are on a page behind an empty one are not deleted", async () => {
  const deletion = ({ leads }: InstantlyClient) => leads.deleteMany({ campaign_id: "c", ids: ["lead-1"] });
  expect(await found(deletion, [[], [lead]])).toBe("not_applied");
  expect(await found(deletion, [[], []])).toBe("applied");
});

test.each([[[null]], [[{}]], [[{ lt_interest_status: null }]], [[lead, {}]]])(
  "a reset of the interest is not applied because of rows like %j",
  async (page) => {
    const reset = ({ leads }: InstantlyClient) =>
      leads.updateInterestStatus({ lead_email: "ada@example.com", interest_value: null });
    expect(await found(reset, [page])).toBe("undetermined");
  },
);
