import { describe, expect, test } from "vitest";
import { at, reconciled } from "../../../../tests/client/reconciled.ts";
import type { InstantlyClient, PatchCampaignRequest } from "../index.ts";

const MINUTE = 60_000;
const OLD = -9 * MINUTE;

describe.each([
  [
    "a campaign",
    (client: InstantlyClient, name: string) =>
      client.campaigns.create({ name, campaign_schedule: { schedules: [] } as never }),
  ],
  ["a lead list", (client: InstantlyClient, name: string) => client.leadLists.create({ name })],
])("%s", (_, create) => {
  const named = (name: unknown, ms = 0) => ({ id: "x", name, timestamp_created: at(ms) });
  const found = (name: string, items: readonly unknown[]) => reconciled((client) => create(client, name), { items });

  test.each([
    ["trimmed", " Spring offer\t", "Spring offer"],
    ["composed", "Café Zoë".normalize("NFD"), "Café Zoë".normalize("NFC")],
    ["decomposed", "Café Zoë".normalize("NFC"), "Café Zoë".normalize("NFD")],
  ])("that was stored %s is applied", async (__, sent, stored) => {
    expect(await found(sent, [named(stored)])).toBe("applied");
  });

  test.each([
    ["shortened", "Spring offer for founders", "Spring offer for fo"],
    ["shortened with an ellipsis", "Spring offer for founders", "Spring offer…"],
    ["shortened to one letter", "Spring", "S"],
    ["escaped", "Q&A <spring>", "Q&amp;A &lt;spring&gt;"],
    ["with a prefix", "Spring", "[API] Spring"],
    ["as a copy", "Spring", "Spring (copy)"],
    ["with a number in brackets", "Spring", "Spring (2)"],
    ["with a number and a hyphen", "Spring", "Spring-2"],
    ["in other capitals", "Spring", "SPRING"],
    ["with single spaces", "Spring  offer", "Spring offer"],
    ["without accents", "Café Zoë", "Cafe Zoe"],
    ["without what the server takes for a tag", "Spring <b>offer</b>", "Spring offer"],
    ["without its emoji", "Spring 🌱", "Spring"],
    ["as a text of nothing", "🌱", "?"],
    ["with markup between its letters", "Berlin founders", "Be<i>rl</i>in <i>fo</i>un<i>de</i>rs"],
    ["in other capitals, and looks like markup", "Q<spring offer>1", "q<Spring Offer>1"],
    ["without a name", "Spring", undefined],
    ["with a number as a name", "Spring", 7],
  ])("that was stored %s is undetermined", async (__, sent, stored) => {
    expect(await found(sent, [named(stored)])).toBe("undetermined");
  });

  test.each([
    ["no time", undefined],
    ["a time without a zone", at(0).slice(0, -1)],
    ["a time in seconds", 1_800_000_000],
    ["a clock half a minute behind", at(-30_000)],
  ])("with %s is undetermined", async (__, timestamp_created) => {
    expect(await found("Spring", [{ ...named("Spring"), timestamp_created }])).toBe("undetermined");
  });

  test("with a number behind a name that is taken is undetermined, and another's otherwise", async () => {
    expect(await found("Spring", [named("Spring", OLD), named("Spring 2")])).toBe("undetermined");
    expect(await found("Spring", [named("Spring 2")])).toBe("not_applied");
  });

  test.each([
    ["Spring 12", "not_applied"],
    ["Spring 2b", "undetermined"],
    ["Spring b2", "undetermined"],
    ["Spring 2 ", "not_applied"],
  ])("beside %j, which is new, is %s", async (other, expected) => {
    expect(await found("Spring", [named(other)])).toBe(expected);
  });

  test("behind more than are read is undetermined", async () => {
    const items = Array.from({ length: 10_001 }, () => named("Autumn", OLD));
    expect(await found("Spring", items)).toBe("undetermined");
    expect(await found("Spring", items.slice(0, 9_999))).toBe("not_applied");
  });

  test("that is nowhere is not_applied, whatever else is new", async () => {
    expect(await found("Spring", [named("Autumn"), named("Berlin founders"), named("Spring offer", OLD)])).toBe(
      "not_applied",
    );
  });

  test("without a text as its name is undetermined", async () => {
    expect(await found(7 as unknown as string, [])).toBe("undetermined");
    expect(await found("Spring", [null])).toBe("undetermined");
  });
});

describe("a change of a campaign", () => {
  const patch =
    (changes: object) =>
    ({ campaigns }: InstantlyClient) =>
      campaigns.update("C-1", changes as PatchCampaignRequest);
  const campaign = (fields: object, updated: unknown = at(0)) => ({
    id: "c-1",
    timestamp_created: at(OLD),
    timestamp_updated: updated,
    ...fields,
  });
  const found = (changes: object, ...items: readonly object[]) => reconciled(patch(changes), { items });

  test.each([
    ["a name", { name: "Spring" }, { name: "Spring" }],
    ["a number", { daily_limit: 40 }, { daily_limit: 40 }],
    ["null, which is left out", { daily_limit: null }, {}],
    [
      "a schedule with defaults",
      { campaign_schedule: { schedules: [{ name: "a" }] } },
      { campaign_schedule: { schedules: [{ name: "a", timezone: "x" }] } },
    ],
    ["several fields", { name: "Spring", daily_limit: 7 }, { name: "Spring", daily_limit: 7 }],
    ["a list", { email_list: ["a@x.example.com"] }, { email_list: ["a@x.example.com"] }],
  ])("that is there is applied: %s", async (_, changes, fields) => {
    expect(await found(changes, campaign(fields))).toBe("applied");
  });

  test.each([
    ["trimmed", { name: "Spring " }, { name: "Spring" }],
    ["composed", { name: "Café".normalize("NFD") }, { name: "Café".normalize("NFC") }],
    ["kept in bounds", { daily_limit: 100_000 }, { daily_limit: 1_000 }],
    ["stored as a string", { daily_limit: 40 }, { daily_limit: "40" }],
    ["a default instead of null", { daily_limit: null }, { daily_limit: 30 }],
    [
      "sorted",
      { email_list: ["b@x.example.com", "a@x.example.com"] },
      { email_list: ["a@x.example.com", "b@x.example.com"] },
    ],
    ["left out", { owned_by: "u-1" }, {}],
    [
      "rewritten as HTML",
      { sequences: [{ steps: [{ variants: [{ body: "a\nb" }] }] }] },
      { sequences: [{ steps: [{ variants: [{ body: "<div>a</div>" }] }] }] },
    ],
    ["there in part", { name: "Spring", daily_limit: 7 }, { name: "Spring", daily_limit: 40 }],
    [
      "longer than it was sent",
      { email_list: ["a@x.example.com"] },
      { email_list: ["a@x.example.com", "b@x.example.com"] },
    ],
  ])("whose value was stored otherwise is undetermined: %s", async (_, changes, fields) => {
    for (const updated of [at(0), undefined, null, "just now", at(-30_000), at(0).slice(0, -1)]) {
      expect(await found(changes, campaign(fields, updated)), String(updated)).toBe("undetermined");
    }
  });

  test.each([
    ["trimmed", { name: "Spring " }, { name: "Spring" }],
    ["composed", { name: "Café".normalize("NFD") }, { name: "Café".normalize("NFC") }],
    ["there in part", { name: "Spring", daily_limit: 7 }, { name: "Spring", daily_limit: 40 }],
    ["a longer list", { email_list: ["a@x.example.com"] }, { email_list: ["a@x.example.com", "b@x.example.com"] }],
    ["an empty list, left out", { email_list: [] }, {}],
    ["an empty object, stored as null", { campaign_schedule: {} }, { campaign_schedule: null }],
  ])("that may be there in another form is undetermined though the campaign is old: %s", async (_, changes, fields) => {
    expect(await found(changes, campaign(fields, at(OLD)))).toBe("undetermined");
  });

  test.each([
    ["several fields", { name: "Spring", daily_limit: 7 }, { name: "Autumn", daily_limit: 40 }],
    [
      "a list of another length",
      { email_list: ["c@x.example.com"] },
      { email_list: ["a@x.example.com", "b@x.example.com"] },
    ],
    ["a list that is left out", { email_list: ["c@x.example.com"] }, {}],
    ["a list that is a string", { email_list: ["c@x.example.com"] }, { email_list: "c@x.example.com" }],
    ["a schedule of null", { campaign_schedule: { schedules: [] } }, { campaign_schedule: null }],
  ])("that is not there is not_applied when the campaign is old: %s", async (_, changes, fields) => {
    expect(await found(changes, campaign(fields, at(OLD)))).toBe("not_applied");
  });

  test("is looked for in its own campaign, among the first 10,000", async () => {
    const wanted = campaign({ daily_limit: 7 });
    const other = campaign({ id: "c-2", daily_limit: 40 }, at(OLD));
    expect(await found({ daily_limit: 7 }, other, wanted)).toBe("applied");
    const items: readonly unknown[] = [null, {}, wanted];
    expect(await reconciled(patch({ daily_limit: 7 }), { items })).toBe("applied");
    const many = Array.from({ length: 10_000 }, () => other);
    expect(await found({ daily_limit: 7 }, ...many, wanted)).toBe("undetermined");
  });

  test("that is not there is not_applied when the campaign was not written to since", async () => {
    expect(await found({ daily_limit: 7 }, campaign({ daily_limit: 40 }, at(OLD)))).toBe("not_applied");
    expect(await found({ email_list: [] }, campaign({ email_list: ["a@x.example.com"] }, at(OLD)))).toBe("not_applied");
    const created = at(0);
    const fresh = { daily_limit: 40, timestamp_created: created };
    expect(await found({ daily_limit: 7 }, campaign(fresh, created)), "never written to").toBe("not_applied");
  });

  test("of a campaign that is not listed is undetermined", async () => {
    expect(await found({ daily_limit: 7 })).toBe("undetermined");
    expect(await found({ daily_limit: 7 }, { id: null })).toBe("undetermined");
  });
});

describe("an activation", () => {
  const activate = ({ campaigns }: InstantlyClient) => campaigns.activate("c-1");

  test.each([
    ["no status", { timestamp_updated: at(OLD) }],
    ["a status that is a string", { status: "2", timestamp_updated: at(OLD) }],
    ["a pause and no time", { status: 2 }],
    ["a pause and a time without a zone", { status: 2, timestamp_updated: at(OLD).slice(0, -1) }],
    ["a pause half a minute ago", { status: 2, timestamp_updated: at(-30_000) }],
  ])("of a campaign with %s is undetermined", async (_, fields) => {
    expect(await reconciled(activate, { items: [{ id: "c-1", ...fields }] })).toBe("undetermined");
  });
});
