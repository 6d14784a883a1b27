import type { Email } from "@modulex-instantly/types";
import { beforeAll, expect, test } from "vitest";
import type { Rehearsal } from "../../tests/rehearsal.ts";
import { rehearse, step } from "../../tests/rehearsal.ts";
import type { OperationRequests } from "../operation-requests.gen.ts";

type Parameter = keyof OperationRequests["listEmail"]["query"];
type Keeps = (mail: Email, all: readonly Email[]) => boolean;

const user = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const others = ["limit", "starting_after", "sort_order", "preview_only"] as const;

let on: Rehearsal;
let list = "";
let campaign = "";
let all: readonly Email[] = [];
beforeAll(async () => {
  on = rehearse();
  list = (await on.list("Clinics")).id;
  const senders = ["mara@outreach.example.com", "jon@outreach.example.com"];
  campaign = (await on.campaign({ email_list: senders, sequences: [{ steps: [step(1, "One"), step(0)] }] })).id;
  const other = await on.campaign();
  await on.lead({ campaign, list_id: list, email: "reply+interested@kestrel.example.com" });
  await on.lead({ campaign, email: "out-of-office@porto.example.com", assigned_to: user });
  await on.lead({ campaign: other.id, email: "ada@quiet.example.com" });
  await on.activate(campaign);
  await on.activate(other.id);
  on.sandbox.advance("3d");
  const mail = (await on.emails("?i_status=1")).items[0] as Email;
  const answer = { reply_to_uuid: mail.id, eaccount: mail.eaccount, subject: "Re", body: { text: "Tuesday?" } };
  await on.ask("POST /emails/reply", { ...answer, reminder_ts: "2026-09-20T09:00:00.000Z" });
  all = (await on.emails("?limit=100")).items;
});

/** What a parameter is set to, and which mails it then keeps. */
const filters: Readonly<Record<Exclude<Parameter, (typeof others)[number]>, () => readonly [string, Keeps]>> = {
  search: () => ["ADA@quiet.example.com", ({ lead }) => lead === "ada@quiet.example.com"],
  campaign_id: () => [campaign, ({ campaign_id }) => campaign_id === campaign],
  list_id: () => [list, ({ list_id }) => list_id === list],
  i_status: () => ["1", ({ i_status }) => i_status === 1],
  eaccount: () => ["jon@outreach.example.com,nobody@x.example.com", ({ eaccount }) => eaccount.startsWith("jon@")],
  is_unread: () => ["true", ({ is_unread }) => is_unread === 1],
  has_reminder: () => ["true", ({ reminder_ts }) => reminder_ts !== undefined],
  mode: () => ["emode_others", ({ is_focused }) => is_focused === 0],
  scheduled_only: () => ["true", () => false],
  assigned_to: () => [user, ({ lead }) => lead === "out-of-office@porto.example.com"],
  lead: () => ["Ada@Quiet.example.com", ({ lead }) => lead === "ada@quiet.example.com"],
  company_domain: () => ["porto.example.com", ({ lead }) => lead === "out-of-office@porto.example.com"],
  marked_as_done: () => ["true", () => false],
  email_type: () => ["manual", ({ ue_type }) => ue_type === 3],
  min_timestamp_created: () => [
    all[2]?.timestamp_created ?? "",
    ({ timestamp_created }) => timestamp_created > String(all[2]?.timestamp_created),
  ],
  max_timestamp_created: () => [
    all[2]?.timestamp_created ?? "",
    ({ timestamp_created }) => timestamp_created < String(all[2]?.timestamp_created),
  ],
  latest_of_thread: () => [
    "true",
    (mail, mails) => mails.find(({ thread_id }) => thread_id === mail.thread_id)?.id === mail.id,
  ],
};

test("the table has every parameter there is", () => {
  expect(Object.keys(filters).length + others.length).toBe(21);
});

test.each(Object.entries(filters))("%s keeps what it says", async (name, filter) => {
  const [value, keeps] = filter();
  const expected = all.filter((mail) => keeps(mail, all));
  const { items } = await on.emails(`?limit=100&${name}=${encodeURIComponent(value)}`);
  expect(items).toEqual(expected);
  expect(expected.length).toBeLessThan(all.length);
  if (name !== "scheduled_only" && name !== "marked_as_done") expect(expected.length).toBeGreaterThan(0);
});

test.each(["is_unread", "has_reminder", "scheduled_only", "marked_as_done", "latest_of_thread"] as const)(
  "%s=false keeps the others; latest_of_thread=false keeps all",
  async (name) => {
    const [, keeps] = filters[name]();
    const { items } = await on.emails(`?limit=100&${name}=false`);
    expect(items).toEqual(all.filter((mail) => name === "latest_of_thread" || !keeps(mail, all)));
  },
);

test("limit, starting_after, sort_order and preview_only shape the page", async () => {
  const first = await on.emails("?limit=2&sort_order=asc");
  const second = await on.emails(`?limit=100&sort_order=asc&starting_after=${first.next_starting_after}`);
  expect([...first.items, ...second.items]).toEqual([...all].reverse());
  expect((await on.emails("?limit=100&preview_only=true")).items).toEqual(all.map((mail) => ({ ...mail, body: {} })));
});

test("search finds a thread, eaccount takes several", async () => {
  const [mail] = (await on.emails("?email_type=manual")).items;
  const thread = (await on.emails(`?search=thread:${mail?.thread_id}`)).items;
  expect(thread).toEqual(all.filter(({ thread_id }) => thread_id === mail?.thread_id));
  expect(thread.map(({ ue_type }) => ue_type)).toEqual([3, 2, 1]);
  const both = await on.emails("?limit=100&eaccount=mara@outreach.example.com,jon@outreach.example.com");
  expect(both.items).toEqual(all);
});

test.each(["ue_type=2", "thread_id=x", "lead_id=x"])("%s is no filter", async (wrong) => {
  expect((await on.emails(`?limit=100&${wrong}`)).items).toEqual(all);
});
