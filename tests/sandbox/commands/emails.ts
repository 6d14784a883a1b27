import { deepEqual, ok } from "node:assert/strict";
import type { Email } from "@modulex-instantly/types";
import fc from "fast-check";
import { ADDRESSES } from "../addresses.ts";
import { SENDERS } from "../campaign-bodies.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import { hasSome, someId } from "../session-model.ts";
import { walk } from "../walk.ts";

const TYPES = { sent: 1, received: 2, manual: 3 } as const;
const list = { operation: "listEmail", method: "GET", path: "/api/v2/emails" } as const;

/** Reads all emails: they are ordered, and there are as many sent ones as in the outbox. */
export const readEmails: fc.Arbitrary<SessionCommand> = fc
  .record({ order: fc.constantFrom("asc", "desc"), limit: fc.integer({ min: 20, max: 100 }) })
  .map(({ order, limit }) =>
    command("readEmails", { order, limit }, async (model, session) => {
      const call = { ...list, query: { sort_order: order } };
      const found = await walk<Email>(session, { call, limit });
      const times = found.map(({ timestamp_created }) => timestamp_created);
      const sorted = times.toSorted();
      deepEqual(times, order === "asc" ? sorted : sorted.reverse());
      const sent = found.filter(({ ue_type }) => ue_type !== 2).map(({ id }) => id);
      deepEqual(
        sent.sort(),
        session.sandbox.outbox().map(({ id }) => id),
      );
      for (const { id, thread_id } of found) model.emails.set(id, { thread: thread_id ?? "" });
    }),
  );

/** Reads emails with a filter: each of them matches. */
export const readSomeEmails: fc.Arbitrary<SessionCommand> = fc
  .record(
    {
      email_type: fc.constantFrom("sent", "received", "manual"),
      lead: fc.constantFrom(...ADDRESSES),
      is_unread: fc.boolean(),
      preview_only: fc.boolean(),
      latest_of_thread: fc.boolean(),
      mode: fc.constantFrom("emode_all", "emode_focused", "emode_others"),
      i_status: fc.constantFrom(1, -1),
      eaccount: fc.constantFrom(...SENDERS, SENDERS.join(",")),
      min_timestamp_created: fc.constant("2026-09-08T00:00:00.000Z"),
    },
    { requiredKeys: [] },
  )
  .map((query) =>
    command("readSomeEmails", query, async (_, session) => {
      const found = await walk<Email>(session, { call: { ...list, query }, limit: 100 });
      const type = query.email_type === undefined ? undefined : TYPES[query.email_type];
      for (const email of found) {
        if (type !== undefined) deepEqual(email.ue_type, type);
        if (query.lead !== undefined) deepEqual(email.lead?.toLowerCase(), query.lead.toLowerCase());
        if (query.is_unread !== undefined) deepEqual(email.is_unread === 1, query.is_unread);
        if (query.eaccount !== undefined) ok(query.eaccount.split(",").includes(email.eaccount), email.eaccount);
      }
    }),
  );

/** Replies to an email; the outbox then has exactly one more email, or none. */
export const reply: fc.Arbitrary<SessionCommand> = fc
  .record({
    number: fc.nat(1000),
    eaccount: fc.constantFrom(...SENDERS, "stranger@elsewhere.example.com"),
    subject: fc.constantFrom("Re: Hello", "", undefined),
    body: fc.constantFrom({ html: "<p>Yes</p>" }, { text: "Yes,\ngladly" }, { html: "<p>Yes</p>", text: "Yes" }),
    cc: fc.constantFrom("", "a@b.example.com, c@d.example.com"),
  })
  .map((given) =>
    command(
      "reply",
      given,
      async (model, session) => {
        const { number, eaccount, subject, cc } = given;
        const id = someId(model.emails, number);
        const known = model.emails.get(id);
        const body = { reply_to_uuid: id, eaccount, subject, body: given.body, cc_address_email_list: cc };
        const call = { operation: "replyToEmail", method: "POST", path: "/api/v2/emails/reply", body } as const;
        const before = session.sandbox.outbox().length;
        const status = subject === undefined ? 400 : known && model.accounts.has(eaccount) ? 200 : 404;
        const email = await session.call<Email>(call, status);
        deepEqual(session.sandbox.outbox().length, before + (status === 200 ? 1 : 0));
        if (status !== 200) return;
        ok(!model.emails.has(email.id), "a new email has a new id");
        deepEqual([email.ue_type, email.thread_id, email.eaccount], [3, known?.thread, eaccount]);
        model.emails.set(email.id, { thread: email.thread_id ?? "" });
      },
      (model) => hasSome(model.emails, given.number),
    ),
  );
