import { describe, expect, test } from "vitest";
import type { Rehearsal } from "../../tests/rehearsal.ts";
import { rehearse, step } from "../../tests/rehearsal.ts";

/** One lead of every behaviour in a campaign of two steps, three days after it was activated, and one in a list. */
async function replies(): Promise<Rehearsal> {
  const on = rehearse();
  on.sandbox.load("replies");
  const { id } = await on.list("Later");
  await on.lead({ list_id: id, email: "zoe@later.example.com", first_name: "Zoe", last_name: "Marsh" });
  return on;
}

const names = async (on: Rehearsal, filter: Record<string, unknown>): Promise<(string | undefined)[]> =>
  (await on.leads({ limit: 100, ...filter })).items.map(({ email }) => email?.split("@")[0]);

describe("leads", () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ search: "MARSH" }, ["zoe"]],
    [{ search: "kofi" }, ["unsubscribe"]],
    [{ search: "quiet.example" }, ["ada"]],
    [{ in_campaign: false }, ["zoe"]],
    [{ in_list: true }, ["zoe"]],
    [{ contacts: ["ADA@quiet.example.com", "nobody@example.com"] }, ["ada"]],
    [{ filter: "FILTER_VAL_BOUNCED" }, ["bounce"]],
    [{ filter: "FILTER_VAL_UNSUBSCRIBED" }, ["unsubscribe"]],
    [{ filter: "FILTER_VAL_NOT_CONTACTED" }, ["zoe"]],
    [{ filter: "FILTER_VAL_LINK_CLICKED" }, ["click"]],
    [{ filter: "FILTER_VAL_OPENED_NO_REPLY" }, ["open", "click"]],
    [{ filter: "FILTER_LEAD_INTERESTED" }, ["reply+interested"]],
    [{ filter: "FILTER_LEAD_NOT_INTERESTED" }, ["reply+not-interested+after-1d"]],
    [{ filter: "FILTER_LEAD_OUT_OF_OFFICE" }, ["out-of-office"]],

    [{ queries: [{ actionType: "link-click", values: { "occurrence-days": 7 } }] }, ["click"]],
    [
      { queries: [{ actionType: "lead-status", values: { "lead-status": { status: 1, condition: "is" } } }] },
      ["reply+interested"],
    ],
    [{ smart_view_id: "5f1d3a52-8a5c-4d3e-9f60-1d2c3b4a5e6f" }, []],
  ])("%j", async (filter, expected) => {
    expect(await names(await replies(), filter)).toEqual(expected);
  });

  test("campaign, list_id, ids and excluded_ids narrow the list together", async () => {
    const on = await replies();
    const all = (await on.leads({ limit: 100 })).items;
    const inList = all.find(({ list_id }) => list_id !== undefined);
    const campaign = all.find((lead) => lead.campaign !== undefined)?.campaign;
    expect(await names(on, { list_id: inList?.list_id })).toEqual(["zoe"]);
    expect(await names(on, { campaign })).toHaveLength(8);
    const ids = all.slice(0, 3).map(({ id }) => id);
    expect((await on.leads({ ids })).items.map(({ id }) => id)).toEqual(ids);
    expect((await on.leads({ ids, excluded_ids: [ids[1]] })).items.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect((await on.leads({ ids, list_id: inList?.list_id })).items).toEqual([]);
  });

  test("an unknown value of filter lets every lead through", async () => {
    expect(await names(await replies(), { filter: "FILTER_LEAD_WON" })).toHaveLength(9);
  });

  test("a filter under a wrong name is dropped: every lead comes", async () => {
    const on = await replies();
    for (const wrong of [{ campaign_id: crypto.randomUUID() }, { status: 3 }, { skip: 5 }, { campaign_ids: [] }]) {
      expect((await on.leads({ limit: 100, ...wrong })).items).toHaveLength(9);
    }
    const ignored = on.sandbox.journal().entries.flatMap((entry) => entry.ignored ?? []);
    expect(ignored).toEqual(["campaign_id", "status", "skip", "campaign_ids"]);
  });
});

describe("mails", () => {
  const received = ["out-of-office", "out-of-office", "reply+interested", "reply+not-interested+after-1d"];

  test.each<[string, (string | undefined)[]]>([
    ["email_type=received", received],
    ["is_unread=true", received],
    ["is_unread=true&mode=emode_focused", received.slice(2)],
    ["mode=emode_others", ["out-of-office", "out-of-office"]],
    ["i_status=1", ["reply+interested"]],
    ["email_type=manual", []],
    ["scheduled_only=true", []],
    ["lead=Bounce@harbourlight.example.com", ["bounce"]],
    ["search=bounce@harbourlight.example.com", ["bounce"]],
    ["company_domain=kestrel.example.com", ["unsubscribe"]],
    ["has_reminder=true", []],
  ])("%s", async (query, people) => {
    const { items } = await (await replies()).emails(`?limit=100&${query}`);
    expect(items.map(({ lead }) => lead?.split("@")[0]).sort()).toEqual(people);
  });

  test("thread, sender, campaign, times and the latest of each thread", async () => {
    const on = await replies();
    const all = (await on.emails("?limit=100")).items;
    const answer = all.find(({ ue_type }) => ue_type === 2);
    const thread = (await on.emails(`?search=thread:${answer?.thread_id}`)).items;
    expect(thread.map(({ ue_type, thread_id }) => [ue_type, thread_id])).toEqual(
      expect.arrayContaining([
        [1, answer?.thread_id],
        [2, answer?.thread_id],
      ]),
    );
    const latest = (await on.emails("?limit=100&latest_of_thread=true")).items;
    expect(latest.map(({ thread_id }) => thread_id).sort()).toEqual(
      [...new Set(all.map((mail) => mail.thread_id))].sort(),
    );
    expect(latest.every((mail) => all.find(({ thread_id }) => thread_id === mail.thread_id)?.id === mail.id)).toBe(
      true,
    );
    const mara = (await on.emails("?limit=100&eaccount=mara@outreach.example.com")).items;
    expect(mara.length).toBeGreaterThan(0);
    expect(mara.length).toBeLessThan(all.length);
    expect(mara.every(({ eaccount }) => eaccount === "mara@outreach.example.com")).toBe(true);
    const both = await on.emails("?limit=100&eaccount=mara@outreach.example.com,jon@outreach.example.com");
    expect(both.items).toHaveLength(all.length);
    const middle = all[3]?.timestamp_created ?? "";
    expect((await on.emails(`?limit=100&min_timestamp_created=${middle}`)).items).toEqual(all.slice(0, 3));
    expect((await on.emails(`?limit=100&max_timestamp_created=${middle}`)).items).toEqual(all.slice(4));
    expect((await on.emails(`?campaign_id=${crypto.randomUUID()}`)).items).toEqual([]);
  });

  test("preview_only leaves the bodies out, and the preview in", async () => {
    const { items } = await (await replies()).emails("?preview_only=true&limit=3");
    expect(items.map(({ body }) => body)).toEqual([{}, {}, {}]);
    expect(items[0]?.content_preview).toContain("ten minutes");
  });

  test("ue_type, thread_id and lead_id are no filters", async () => {
    const on = await replies();
    const all = (await on.emails("?limit=100")).items;
    for (const wrong of ["ue_type=2", "thread_id=x", "lead_id=x"]) {
      expect((await on.emails(`?limit=100&${wrong}`)).items).toHaveLength(all.length);
    }
  });
});

describe("campaigns and lead lists", () => {
  test("search by name, status and exclude_status", async () => {
    const on = rehearse();
    const [one] = [await on.campaign({ name: "Spring" }), await on.campaign({ name: "Autumn sprint" })];
    await on.campaign({ name: "Winter", sequences: [{ steps: [step(0)] }] });
    await on.activate(one.id);
    const found = async (query: string): Promise<string[]> =>
      (await on.campaigns(query)).items.map(({ name }) => name).sort();
    expect(await found("?search=SPR")).toEqual(["Autumn sprint", "Spring"]);
    expect(await found("?status=1")).toEqual(["Spring"]);
    expect(await found("?exclude_status=1")).toEqual(["Autumn sprint", "Winter"]);
    expect(await found("?tag_ids=a,b")).toEqual([]);
  });

  test("lead lists by name and by enrichment", async () => {
    const on = rehearse();
    await on.list("Clinics");
    await on.ask("POST /lead-lists", { name: "Labs", has_enrichment_task: true });
    const found = async (query: string): Promise<string[]> => (await on.lists(query)).items.map(({ name }) => name);
    expect(await found("?search=CLIN")).toEqual(["Clinics"]);
    expect(await found("?has_enrichment_task=true")).toEqual(["Labs"]);
    expect(await found("?has_enrichment_task=false")).toEqual(["Clinics"]);
  });
});
