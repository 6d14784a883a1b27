import { describe, expect, test } from "vitest";
import { at } from "../../../../tests/client/reconciled.ts";
import { hangs, respondWith, respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient, ReplyToEmailInput } from "../index.ts";

const DAY = 86_400_000;
const SENT: ReplyToEmailInput = {
  reply_to_uuid: "mail-1",
  eaccount: " Me@Example.com",
  subject: "hello Zoë",
  body: { text: "Thursday at ten works for us." },
};
const reply =
  (fields: Partial<ReplyToEmailInput> = {}) =>
  ({ emails }: InstantlyClient) =>
    emails.reply({ ...SENT, ...fields });
/** An email that was sent since, about something else. */
const mail = (fields: object = {}) => ({
  id: "mail-2",
  ue_type: 3,
  eaccount: "me@example.com",
  subject: "Your invoice",
  thread_id: "t-1",
  timestamp_created: at(0),
  body: { html: "<p>The second reminder is on its way.</p>" },
  ...fields,
});
const old = (fields: object = {}) => mail({ id: "mail-0", timestamp_created: at(-2 * DAY), ...fields });
const equal = (fields: object = {}) => mail({ subject: SENT.subject, body: SENT.body, ...fields });

/** What reads bring: `list` by the account, `manual` by the kind, `threads` by the thread; page after page. */
interface Reads {
  readonly list?: readonly (readonly unknown[])[];
  readonly manual?: readonly (readonly unknown[])[];
  readonly threads?: Readonly<Record<string, readonly unknown[]>>;
}

/** Lets a write fail with an open outcome, looks for it, and tells what was read. */
async function looked(write: (client: InstantlyClient) => Promise<unknown>, { list, manual, threads = {} }: Reads) {
  const { fetch, requests } = scriptedFetch(respondWithText("", 502), ({ url }) => {
    const thread = url.searchParams.get("search")?.replace("thread:", "");
    const pages = thread ? [threads[thread] ?? []] : url.searchParams.get("email_type") ? manual : list;
    const page = Number(url.searchParams.get("starting_after") ?? 0);
    const isLast = page + 1 >= (pages ?? []).length;
    return Response.json({ items: pages?.[page] ?? [], ...(isLast ? {} : { next_starting_after: String(page + 1) }) });
  });
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
  const error: unknown = await write(client).catch((thrown: unknown) => thrown);
  const found = await client.reconcile(error, { settleMs: 0 });
  return { found, reads: requests.slice(1).map(({ url }) => decodeURIComponent(url.search).replace("limit=100", "")) };
}

describe("a reply is looked for", () => {
  test("in the emails of its account and in all emails that people sent, newest first", async () => {
    expect(await looked(reply(), {})).toEqual({
      found: "not_applied",
      reads: ["?&eaccount=me@example.com&sort_order=desc", "?&email_type=manual&sort_order=desc"],
    });
  });

  test.each([{ reply_to_uuid: "" }, { reply_to_uuid: " " }, { eaccount: "" }, { eaccount: "\t" }])(
    "nowhere if it says too little: %j",
    async (fields) => {
      expect(await looked(reply(fields), {})).toEqual({ found: "undetermined", reads: [] });
    },
  );

  test("in each thread once, and in five threads at most", async () => {
    const mails = (count: number) => [
      Array.from({ length: count }, (_, n) => mail({ id: `in-${n}`, thread_id: `t-${n % 6}` })),
    ];
    const threads = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`t-${n}`, [{ id: `in-${n}` }, { id: `in-${n + 6}` }]]),
    );
    const five = await looked(reply(), { list: mails(5), threads });
    expect(five.found).toBe("not_applied");
    expect(five.reads.filter((read) => read.includes("thread:"))).toHaveLength(5);
    const six = await looked(reply(), { list: mails(6), threads });
    expect(six.found).toBe("undetermined");
    expect(six.reads.filter((read) => read.includes("thread:"))).toHaveLength(5);
    const two = [[mail(), mail({ id: "mail-3" })]];
    const same = await looked(reply(), { list: two, threads: { "t-1": [{ id: "mail-2" }, { id: "mail-3" }] } });
    expect(same.found).toBe("not_applied");
    expect(same.reads.filter((read) => read.includes("search=thread:t-1"))).toHaveLength(1);
  });

  test("in no thread if a list shows the thread of the email that it replies to", async () => {
    const first = { id: "MAIL-1", thread_id: "t-1", timestamp_created: at(-2 * DAY) };
    const inIt = await looked(reply(), { list: [[equal(), first]] });
    expect(inIt).toMatchObject({ found: "applied", reads: [expect.stringContaining("eaccount")] });
    const elsewhere = await looked(reply(), { list: [[mail({ thread_id: "t-2" }), first]] });
    expect(elsewhere.found).toBe("not_applied");
    expect(elsewhere.reads.join()).not.toContain("thread:");
    const untold = await looked(reply(), { list: [[equal(), { ...first, thread_id: "" }]] });
    expect(untold.found, "a thread without a name is none").toBe("undetermined");
    expect(untold.reads.join()).toContain("thread:t-1");
  });

  test("in a thread of 1,000 emails, of which there may be more, without a result", async () => {
    const others = Array.from({ length: 1_000 }, (_, n) => ({ id: `in-${n}` }));
    const full = await looked(reply(), { list: [[mail()]], threads: { "t-1": [{ id: "mail-2" }, ...others] } });
    expect(full.found).toBe("undetermined");
    const whole = await looked(reply(), {
      list: [[mail()]],
      threads: { "t-1": [{ id: "mail-2" }, ...others.slice(2)] },
    });
    expect(whole.found).toBe("not_applied");
  });

  test("not in a thread without an id, but in one that lists something other than emails", async () => {
    const unnamed = await looked(reply(), { list: [[mail({ thread_id: "" })]] });
    expect(unnamed).toMatchObject({ found: "undetermined", reads: [expect.stringContaining("eaccount")] });
    const inIt = { "t-1": [null, {}, { id: "mail-2" }, { id: "mail-1" }] };
    expect((await looked(reply(), { list: [[equal()]], threads: inIt })).found).toBe("applied");
    const elsewhere = { "t-1": [null, {}, { id: "mail-2" }] };
    expect((await looked(reply(), { list: [[mail()]], threads: elsewhere })).found).toBe("not_applied");
    const nameless = await looked(reply(), { list: [[mail({ id: undefined })]], threads: { "t-1": [null, {}] } });
    expect(nameless.found, "two mails without an id need not be one").toBe("undetermined");
  });

  test("in a thread until the caller gives up", async () => {
    const controller = new AbortController();
    const { fetch, requests } = scriptedFetch(respondWithText("", 502), respondWith({ items: [mail()] }), (request) => {
      queueMicrotask(() => controller.abort());
      return hangs(request);
    });
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const error: unknown = await reply()(client).catch((thrown: unknown) => thrown);
    const look = client.reconcile(error, { settleMs: 0, signal: controller.signal });
    await expect(look).rejects.toMatchObject({ code: "aborted", operation: "listEmail" });
    expect(requests[2]?.url.search).toContain("thread");
    expect(requests).toHaveLength(3);
  });

  test("twice in one email that both lists have, which is one email", async () => {
    const threads = { "t-1": [{ id: "mail-2" }, { id: "mail-1" }] };
    const known = await looked(reply(), {
      list: [[equal({ eaccount: "alias@example.com", subject: "x", body: {} })]],
      threads,
    });
    expect(known.found).toBe("undetermined");
    const both = await looked(reply(), { list: [[]], manual: [[equal()]], threads });
    expect(both.found).toBe("applied");
    const twice = await looked(reply(), { list: [[equal(), equal({ id: "mail-3" })]], threads });
    expect(twice.found).toBe("undetermined");
    expect(twice.reads.join(), "no thread tells which of two it is").not.toContain("thread:");
  });
});

describe("emails are read", () => {
  const readPages = async (list: Reads["list"]) => {
    const { found, reads } = await looked(reply(), {
      list,
      threads: { "t-1": [{ id: "mail-2" }, { id: "mail-1" }] },
    } as Reads);
    return [found, reads.filter((read) => read.includes("eaccount")).length];
  };

  test("until a page of several in their order is older", async () => {
    const older = old();
    const oldest = old({ timestamp_created: at(-3 * DAY) });
    const untimed = old({ timestamp_created: "?" });
    const recent = { ...older, timestamp_email: at(0) };
    const received = mail({ ue_type: 2 });
    const stops = ["not_applied", 1];
    const goesOn = ["applied", 2];
    expect(await readPages([[older, older], [equal()]]), "of one time").toEqual(stops);
    expect(await readPages([[older, oldest], [equal()]]), "newest first").toEqual(stops);
    expect(await readPages([[oldest, older], [equal()]]), "oldest first").toEqual(goesOn);
    expect(await readPages([[older], [equal()]]), "one mail has no order").toEqual(goesOn);
    expect(await readPages([[older, untimed], [equal()]]), "without an order").toEqual(goesOn);
    expect(await readPages([[received, older], [equal()]]), "not all older").toEqual(goesOn);
    expect(await readPages([[older, recent], [equal()]]), "of which one time is not").toEqual(goesOn);
  });

  test("on eight pages at most", async () => {
    const received = (n: number) => [mail({ id: `in-${n}`, ue_type: 2, eaccount: "me@example.com" })];
    const pages = (count: number) => Array.from({ length: count }, (_, n) => received(n));
    expect(await readPages(pages(7))).toEqual(["not_applied", 7]);
    expect(await readPages(pages(9))).toEqual(["undetermined", 8]);
    expect(await readPages([...pages(7), [equal()]]), "what is on the last of them counts").toEqual(["applied", 8]);
  });
});

describe("what is deleted is looked for", () => {
  const bodies = async (selection: object) => {
    const { fetch, requests } = scriptedFetch(respondWithText("", 502), respondWith({ items: [] }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const error: unknown = await client.leads.deleteMany(selection).catch((thrown: unknown) => thrown);
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("applied");
    return requests.slice(1).map(({ init }) => JSON.parse(String(init.body)));
  };

  test("in each of its places, by its ids if it has any", async () => {
    expect(await bodies({ campaign_id: "c-1" })).toEqual([{ limit: 100, campaign: "c-1" }]);
    expect(await bodies({ list_id: "l-1", ids: ["A", "b "] })).toEqual([
      { limit: 100, list_id: "l-1", ids: ["a", "b"] },
    ]);
    expect(await bodies({ campaign_id: "c-1", list_id: "l-1", ids: ["a"] })).toEqual([
      { limit: 100, campaign: "c-1", ids: ["a"] },
      { limit: 100, list_id: "l-1", ids: ["a"] },
    ]);
  });
});

test.each([
  ["adal@Googlemail.com", ["adal@Googlemail.com", "adal@googlemail.com", "adal@gmail.com"]],
  ["Ada@X.Example.com", ["Ada@X.Example.com", "ada@x.example.com", "Ada@x.example.com"]],
  ["a.b+c@example.com", ["a.b+c@example.com", "a.b@example.com"]],
  ["ada+news@example.com", ["ada+news@example.com", "ada@example.com"]],
  ["a.b@gmail.com.example", ["a.b@gmail.com.example"]],
  ["a.b@xgmail.com", ["a.b@xgmail.com"]],
  ["ada@exämple.com", ["ada@exämple.com", "ada@xn--exmple-cua.com"]],
  ["ada@a b", ["ada@a b"]],
  ["ada", ["ada", "ada@"]],
])("the address %s is looked for in every form: %j", async (email, contacts) => {
  const { fetch, requests } = scriptedFetch(respondWithText("", 502), respondWith({ items: [] }));
  const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
  const error: unknown = await client.leads.create({ email }).catch((thrown: unknown) => thrown);
  await client.reconcile(error, { settleMs: 0 });
  expect(JSON.parse(String(requests[1]?.init.body))).toMatchObject({ contacts });
});

test.each(["", " \t"])("the address %j is looked for nowhere", async (email) => {
  const interest = ({ leads }: InstantlyClient) => leads.updateInterestStatus({ lead_email: email, interest_value: 1 });
  for (const write of [interest, ({ leads }: InstantlyClient) => leads.create({ email })]) {
    expect(await looked(write, {})).toEqual({ found: "undetermined", reads: [] });
  }
});
