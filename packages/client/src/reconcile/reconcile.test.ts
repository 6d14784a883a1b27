import { describe, expect, test } from "vitest";
import { at, reconciled } from "../../../../tests/client/reconciled.ts";
import type { InstantlyClient } from "../index.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe("a reply", () => {
  const sent = {
    reply_to_uuid: "mail-1",
    eaccount: "me@example.com",
    subject: "Re: hello",
    body: { text: "Ten o'clock?" },
  };
  const reply = ({ emails }: InstantlyClient) => emails.reply(sent);
  const mail = (fields: object = {}) => ({
    id: "mail-2",
    ue_type: 3,
    eaccount: "me@example.com",
    subject: "Re: hello",
    thread_id: "thread-1",
    timestamp_created: at(0),
    body: { html: "<html><body><p>Ten o&#39;clock?</p></body></html>" },
    ...fields,
  });
  const thread = [{ id: "mail-2" }, { id: "mail-1" }];

  test.each([
    ["is applied if it is found in the thread of the email that it replies to", { items: [mail()], thread }, "applied"],
    ["is not applied if nothing similar was sent from the account since", { items: [] }, "not_applied"],
    [
      "is not applied if everything similar is older",
      { items: [mail({ timestamp_created: at(-MINUTE) })], thread },
      "not_applied",
    ],
    ["is not a received email", { items: [mail({ ue_type: 2 })], thread }, "not_applied"],
    [
      "to somebody else with the same words proves nothing",
      { items: [mail()], thread: [{ id: "mail-2" }] },
      "undetermined",
    ],
    [
      "with other words in the same thread proves nothing",
      { items: [mail({ body: { html: "Eleven?" } })], thread },
      "undetermined",
    ],
    ["of two that are alike proves nothing", { items: [mail(), mail({ id: "mail-3" })], thread }, "undetermined"],
    ["without a thread proves nothing", { items: [mail({ thread_id: null })], thread }, "undetermined"],
  ] as const)("that %s", async (_, listed, expected) => {
    expect(await reconciled(reply, listed)).toBe(expected);
  });

  test.each([-30 * MINUTE, 30 * MINUTE])("is found though the clock of the API is ahead by %d ms", async (aheadMs) => {
    expect(await reconciled(reply, { items: [mail({ timestamp_created: at(aheadMs) })], thread, aheadMs })).toBe(
      "applied",
    );
    const older = [mail({ timestamp_created: at(aheadMs - MINUTE) })];
    expect(await reconciled(reply, { items: older, thread, aheadMs })).toBe("not_applied");
  });

  test("is looked for with more tolerance where the API tells no time", async () => {
    const items = [mail({ timestamp_created: at(-MINUTE) })];
    expect(await reconciled(reply, { items, thread, hasDate: false })).toBe("applied");
  });

  test("that is absent may still be in progress for a while", async () => {
    expect(await reconciled(reply, { items: [] }, MINUTE)).toBe("undetermined");
  });
});

describe("a lead", () => {
  const create = ({ leads }: InstantlyClient) => leads.create({ email: "Ada@example.com", campaign: "c-1" });
  const lead = (ms: number, campaign = "c-1") => ({ id: "lead-1", campaign, timestamp_created: at(ms) });

  test.each([
    ["there since", [lead(0)], "applied"],
    ["there before", [lead(-MINUTE)], "not_applied"],
    ["in another campaign", [lead(0, "c-2")], "not_applied"],
    ["nowhere", [], "not_applied"],
  ])("that is %s", async (_, items, expected) => {
    expect(await reconciled(create, { items })).toBe(expected);
  });
});

describe.each([
  [
    "a campaign",
    (client: InstantlyClient) =>
      client.campaigns.create({ name: "Spring", campaign_schedule: { schedules: [] } as never }),
  ],
  ["a lead list", (client: InstantlyClient) => client.leadLists.create({ name: "Spring" })],
])("%s", (_, create) => {
  const named = (name: string, ms: number) => ({ id: "x", name, timestamp_created: at(ms) });
  test.each([
    ["there since", [named("Spring", 0)], "applied"],
    ["there before", [named("Spring", -MINUTE)], "not_applied"],
    ["called otherwise", [named("Spring 2", 0)], "not_applied"],
    ["there twice, of which one may be another's", [named("Spring", 0), named("Spring", SECOND)], "undetermined"],
  ])("that is %s", async (__, items, expected) => {
    expect(await reconciled(create, { items })).toBe(expected);
  });
});

describe("an activation", () => {
  const activate = ({ campaigns }: InstantlyClient) => campaigns.activate("c-1");
  const campaign = (status: number, ms: number) => ({ id: "c-1", status, timestamp_updated: at(ms) });

  test.each([
    ["running", campaign(1, 0), "applied"],
    ["running its subsequences", campaign(4, -MINUTE), "applied"],
    ["a draft", campaign(0, 0), "not_applied"],
    ["paused since long", campaign(2, -MINUTE), "not_applied"],
    ["paused just now, by anyone", campaign(2, 0), "undetermined"],
    ["completed since long", campaign(3, -MINUTE), "not_applied"],
    ["without healthy accounts since", campaign(-1, 0), "undetermined"],
  ])("of a campaign that is %s", async (_, item, expected) => {
    expect(await reconciled(activate, { items: [item] })).toBe(expected);
  });
});
