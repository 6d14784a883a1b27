import { describe, expect, test } from "vitest";
import type { Listed } from "../../../../tests/client/reconciled.ts";
import { at, reconciled } from "../../../../tests/client/reconciled.ts";
import { scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { InstantlyClient, ReplyToEmailInput } from "../index.ts";

const MINUTE = 60_000;
const WORDS = "Thursday at ten works for us. Shall I book the room with the big table for Zoë & me?";
const SENT: ReplyToEmailInput = {
  reply_to_uuid: "mail-1",
  eaccount: "me@example.com",
  subject: "hello Zoë",
  body: { text: WORDS },
};
const replyOf =
  (fields: Partial<ReplyToEmailInput> = {}) =>
  ({ emails }: InstantlyClient) =>
    emails.reply({ ...SENT, ...fields });
const mail = (fields: object = {}) => ({
  id: "mail-2",
  ue_type: 3,
  eaccount: "me@example.com",
  subject: "hello Zoë",
  thread_id: "thread-1",
  timestamp_created: at(0),
  body: { html: `<html><head><title>mail</title></head><body>${WORDS}</body></html>` },
  ...fields,
});
const other = (fields: object = {}) =>
  mail({ subject: "Your invoice", body: { html: "<p>The second reminder is on its way.</p>" }, ...fields });
const thread = [{ id: "mail-2" }, { id: "mail-1" }];
const otherThread = [{ id: "mail-2" }, { id: "mail-9" }];

describe("a reply that was stored in another form", () => {
  test.each([
    ["a prefix before the subject", { subject: "Re: hello Zoë" }],
    ["two prefixes in another language", { subject: "AW: WG: hello Zoë" }],
    ["the subject in capitals and without accents", { subject: "HELLO ZOE" }],
    ["the subject of the email it replies to", { subject: "Your offer" }],
    ["no subject", { subject: null }],
    ["a subject that was shortened", { subject: "hel…" }],
    ["a signature", { body: { html: `${WORDS}<br>-- <br>Mara Klein, Berlin` } }],
    ["words that were shortened", { body: { html: `${WORDS.slice(0, 40)}…` } }],
    ["words in another encoding", { body: { html: "VGh1cnNkYXkgYXQgdGVuIHdvcmtz" } }],
    ["other words altogether", { body: { html: "Eleven?" } }],
    ["no body", { body: undefined }],
    ["a body of null", { body: null }],
    ["a body that is a number", { body: 7, subject: 7 }],
    ["another account", { eaccount: "alias@example.com" }],
    ["no account", { eaccount: undefined }],
    ["no thread", { thread_id: undefined }],
    ["a kind of its own", { ue_type: 7 }],
    ["no kind", { ue_type: undefined }],
    ["the kind of scheduled emails", { ue_type: 4 }],
    ["the kind of campaign emails", { ue_type: 1 }],
    ["the kind of received emails, though from this account", { ue_type: 2, from_address_email: "Me@Example.com " }],
    ["no time", { timestamp_created: undefined }],
    ["a time of null", { timestamp_created: null }],
    ["a time that is invalid", { timestamp_created: "just now" }],
    ["a time without a zone", { timestamp_created: at(0).slice(0, -1) }],
    ["a time in seconds", { timestamp_created: Math.floor(Date.now() / 1_000) }],
    ["the first moment of 1970", { timestamp_created: "1970-01-01T00:00:00.000Z" }],
    ["the year 1", { timestamp_created: "0001-01-01T00:00:00Z" }],
    ["a day instead of a time", { timestamp_created: at(0).slice(0, 10) }],
    ["a time a day ahead", { timestamp_created: at(24 * 60 * MINUTE) }],
    ["a clock half a minute behind", { timestamp_created: at(-30_000) }],
    ["an older time of its creation", { timestamp_created: at(-60 * MINUTE), timestamp_email: at(0) }],
  ])("with %s is undetermined in its thread", async (_, fields) => {
    expect(await reconciled(replyOf(), { items: [mail(fields)], thread })).toBe("undetermined");
  });

  test.each([
    ["unchanged", {}],
    ["without an id", { id: undefined }],
    ["with the subject trimmed", { subject: " hello  Zoë " }],
    ["composed (NFC)", { subject: "hello Zo\u00eb".normalize("NFC") }],
    ["decomposed (NFD)", { subject: "hello Zoë".normalize("NFD"), body: { text: WORDS.normalize("NFD") } }],
    ["escaped once", { body: { html: WORDS.replace("&", "&amp;").replace("ë", "&#235;") } }],
    ["escaped twice", { body: { html: WORDS.replace("&", "&amp;amp;").replace("ë", "&#xEB;") } }],
    ["wrapped into a page with styles", { body: { html: `<style>p { color: red }</style><!-- x --><p>${WORDS}</p>` } }],
    ["broken into lines", { body: { text: WORDS.replaceAll(". ", ".\r\n> ").replaceAll("> ", "") } }],
    ["with its subject in markup", { subject: "<b>hello</b> Zoë" }],
    ["with a shortened preview", { content_preview: WORDS.slice(0, 20) }],
    ["without a body, and with the words as a preview", { body: undefined, content_preview: WORDS }],
  ])("%s is applied", async (_, fields) => {
    expect(await reconciled(replyOf(), { items: [mail(fields)], thread })).toBe("applied");
  });

  test.each([
    ["with its own subject and words", mail()],
    ["with a prefix before the subject and other words", mail({ subject: "Re: hello zoe", body: { html: "Eleven?" } })],
    ["with another subject and shortened words", mail({ subject: "Offer", body: { text: WORDS.slice(0, 30) } })],
    ["from another account with its words", mail({ eaccount: "alias@example.com", subject: "Offer" })],
    ["without a body", other({ body: {} })],
    ["with its words in the preview alone", other({ content_preview: WORDS.slice(0, 40) })],
  ])("in another thread %s is undetermined", async (_, stored) => {
    expect(await reconciled(replyOf(), { items: [stored], thread: otherThread })).toBe("undetermined");
  });

  test.each([
    ["with only a picture", { html: "<img src='cid:1'>" }],
    ["of an emoji alone", { text: "👍" }],
  ])("%s is undetermined: it has no letters to compare", async (_, body) => {
    const items = [other()];
    expect(await reconciled(replyOf({ body }), { items, thread: otherThread })).toBe("undetermined");
  });

  test("a picture alone with its own subject in its own thread is undetermined", async () => {
    const body = { html: "<img src='cid:1'>" };
    expect(await reconciled(replyOf({ body }), { items: [mail({ body })], thread })).toBe("undetermined");
    expect(await reconciled(replyOf({ body }), { items: [mail()], thread }), "with words").toBe("undetermined");
  });

  test("a subject that looks like markup is found, and is alike in capitals", async () => {
    const subject = "<spring campaign offer>";
    expect(await reconciled(replyOf({ subject }), { items: [mail({ subject })], thread })).toBe("applied");
    const items = [other({ subject: "<Spring Campaign Offer> 77" })];
    expect(await reconciled(replyOf({ subject }), { items, thread: otherThread })).toBe("undetermined");
  });

  test("a text with angle brackets is found, escaped or not", async () => {
    const text = "a < b and c > d, see <https://example.com>";
    const escaped = text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    for (const html of [`<p>${escaped}</p>`, `<p>${text}</p>`]) {
      expect(await reconciled(replyOf({ body: { text } }), { items: [mail({ body: { html } })], thread })).toBe(
        "applied",
      );
    }
  });
});

describe("no reply", () => {
  test.each<[string, Listed]>([
    ["nothing left since", { items: [] }],
    ["an email in another thread is about something else", { items: [other()], thread: otherThread }],
    [
      "another account sent another person an email with the same subject",
      { items: [], manual: [other({ eaccount: "jo@example.com", subject: "hello Zoë" })], thread: otherThread },
    ],
    [
      "a campaign sent another person an email with the same subject",
      { items: [other({ ue_type: 1, subject: "hello Zoë" })], manual: [], thread: otherThread },
    ],
    ["only the email that it replies to exists", { items: [mail({ id: "MAIL-1", ue_type: 3 })] }],
    [
      "the email that it replies to shows its thread, and the others are in another",
      { items: [other({ thread_id: "thread-2" }), mail({ id: "mail-1", timestamp_created: at(-60 * MINUTE) })] },
    ],
  ])("not_applied when %s", async (_, listed) => {
    expect(await reconciled(replyOf(), listed)).toBe("not_applied");
  });

  test.each<[string, Listed]>([
    ["a colleague mailed in its thread", { items: [other()], thread }],
    ["a campaign sent an email in its thread", { items: [other({ ue_type: 1 })], thread }],
    ["another account mailed in its thread", { items: [], manual: [other({ eaccount: "jo@example.com" })], thread }],
    [
      "the thread of the email it replies to is known and has a newer email",
      { items: [other(), mail({ id: "mail-1", ue_type: 2, timestamp_created: at(-60 * MINUTE) })] },
    ],
    ["the thread of an email is not listed yet", { items: [other()], thread: [] }],
    ["something is listed that is not an email", { items: [null] }],
    [
      "too many threads would have to be read",
      { items: [1, 2, 3, 4, 5, 6].map((n) => other({ id: `mail-2${n}`, thread_id: `t-${n}` })), thread: otherThread },
    ],
  ])("undetermined when %s", async (_, listed) => {
    expect(await reconciled(replyOf(), listed)).toBe("undetermined");
  });

  test("an account in another form is looked for without its name", async () => {
    const { fetch, requests } = scriptedFetch(
      () => new Response("", { status: 502 }),
      ({ url }) => {
        const items = url.searchParams.get("eaccount") ? [] : url.searchParams.get("search") ? thread : [mail()];
        return Response.json({ items });
      },
    );
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const error: unknown = await client.emails
      .reply({ ...SENT, eaccount: " ME@example.com" })
      .catch((thrown) => thrown);
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("applied");
    expect(requests.filter(({ init }) => init.method === "POST")).toHaveLength(1);
  });

  test("the clock of the API may jump ahead between the write and the look", async () => {
    let aheadMs = 0;
    const created = at(0);
    const { fetch } = scriptedFetch(({ url, init }) => {
      const headers = { date: new Date(Date.now() + aheadMs).toUTCString() };
      if (init.method === "POST") throw new TypeError("fetch failed");
      const items = url.searchParams.get("search") ? thread : [mail({ timestamp_created: created })];
      return Response.json({ items }, { headers });
    });
    const client = createInstantlyClient({ apiKey: "key", fetch });
    await client.emails.list();
    const error: unknown = await client.emails.reply(SENT).catch((thrown) => thrown);
    aheadMs = 60 * MINUTE;
    expect(await client.reconcile(error, { settleMs: 0 })).toBe("applied");
  });
});

describe("a list that is not as asked for", () => {
  const page = (items: readonly object[], next?: string) => Response.json({ items, next_starting_after: next });
  const dated = { date: new Date().toUTCString() };

  /** Lets a reply fail and serves lists of emails page by page. */
  async function look(pages: readonly (readonly object[])[]) {
    const { fetch } = scriptedFetch(
      () => new Response("", { status: 502 }),
      ({ url }) => {
        if (url.searchParams.get("search")) return page(thread);
        const index = Number(url.searchParams.get("starting_after") ?? 0);
        const response = page(pages[index] ?? [], index + 1 < pages.length ? String(index + 1) : undefined);
        for (const [name, value] of Object.entries(dated)) response.headers.set(name, value);
        return response;
      },
    );
    const client = createInstantlyClient({ apiKey: "key", fetch });
    const error: unknown = await client.emails.reply(SENT).catch((thrown) => thrown);
    return client.reconcile(error, { settleMs: 0 });
  }
  const old = (minutes: number) => other({ id: `old-${minutes}`, timestamp_created: at(-minutes * MINUTE) });

  test("oldest first: a reply on a later page is found", async () => {
    expect(await look([[old(9), old(8)], [old(7), old(6)], [mail()]])).toBe("applied");
  });

  test("pinned emails first: a reply behind an older email is found", async () => {
    expect(await look([[old(9), mail(), old(10)]])).toBe("applied");
    expect(await look([[old(9)], [mail()]])).toBe("applied");
  });

  test("newest first: older pages are not read", async () => {
    expect(await look([[old(8), old(9)], [mail()]])).toBe("not_applied");
  });

  test("without end: what was not read may hold the reply", async () => {
    const busy = [...Array(30).keys()].map((n) => [mail({ id: `in-${n}`, ue_type: 2 })]);
    expect(await look(busy)).toBe("undetermined");
  });
});
