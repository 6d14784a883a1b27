import type { Email } from "@modulex-instantly/types";
import { beforeAll, expect, test } from "vitest";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";
import type { OperationRequests } from "../spec/operation-requests.gen.ts";

type Parameter = keyof OperationRequests["listEmail"]["query"];
type Keeps = (mail: Email, all: readonly Email[]) => boolean;

const user = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
const others = ["limit", "starting_after", "sort_order", "preview_only"] as const;

let api: TestSandbox;
let list = "";
let campaign = "";
let all: readonly Email[] = [];
beforeAll(async () => {
  api = createTestSandbox();
  list = (await api.createLeadList("Clinics")).id;
  const senders = ["mara@outreach.example.com", "jon@outreach.example.com"];
  campaign = (await api.createCampaign({ email_list: senders, sequences: [{ steps: [step(1, "One"), step(0)] }] })).id;
  const other = await api.createCampaign();
  await api.createLead({ campaign, list_id: list, email: "reply+interested@kestrel.example.com" });
  await api.createLead({ campaign, email: "out-of-office@porto.example.com", assigned_to: user });
  await api.createLead({ campaign: other.id, email: "ada@quiet.example.com" });
  await api.activateCampaign(campaign);
  await api.activateCampaign(other.id);
  api.sandbox.advance("3d");
  const mail = (await api.listEmails("?i_status=1")).items[0] as Email;
  const reply = { reply_to_uuid: mail.id, eaccount: mail.eaccount, subject: "Re", body: { text: "Tuesday?" } };
  await api.request("POST /emails/reply", { ...reply, reminder_ts: "2026-09-20T09:00:00.000Z" });
  all = (await api.listEmails("?limit=100")).items;
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

test.each(Object.entries(filters))("%s filters", async (name, filter) => {
  const [value, keeps] = filter();
  const expected = all.filter((mail) => keeps(mail, all));
  const { items } = await api.listEmails(`?limit=100&${name}=${encodeURIComponent(value)}`);
  expect(items).toEqual(expected);
  expect(expected.length).toBeLessThan(all.length);
  if (name !== "scheduled_only" && name !== "marked_as_done") expect(expected.length).toBeGreaterThan(0);
});

test.each(["is_unread", "has_reminder", "scheduled_only", "marked_as_done", "latest_of_thread"] as const)(
  "%s=false keeps the others; latest_of_thread=false keeps all",
  async (name) => {
    const [, keeps] = filters[name]();
    const { items } = await api.listEmails(`?limit=100&${name}=false`);
    expect(items).toEqual(all.filter((mail) => name === "latest_of_thread" || !keeps(mail, all)));
  },
);

test("limit, starting_after, sort_order and preview_only shape the page", async () => {
  const first = await api.listEmails("?limit=2&sort_order=asc");
  const second = await api.listEmails(`?limit=100&sort_order=asc&starting_after=${first.next_starting_after}`);
  expect([...first.items, ...second.items]).toEqual([...all].reverse());
  expect((await api.listEmails("?limit=100&preview_only=true")).items).toEqual(
    all.map((mail) => ({ ...mail, body: {} })),
  );
});

test("search finds a thread, eaccount takes several", async () => {
  const [mail] = (await api.listEmails("?email_type=manual")).items;
  const thread = (await api.listEmails(`?search=thread:${mail?.thread_id}`)).items;
  expect(thread).toEqual(all.filter(({ thread_id }) => thread_id === mail?.thread_id));
  expect(thread.map(({ ue_type }) => ue_type)).toEqual([3, 2, 1]);
  const both = await api.listEmails("?limit=100&eaccount=mara@outreach.example.com,jon@outreach.example.com");
  expect(both.items).toEqual(all);
});

test.each(["ue_type=2", "thread_id=x", "lead_id=x"])("%s is no filter", async (wrong) => {
  expect((await api.listEmails(`?limit=100&${wrong}`)).items).toEqual(all);
});
