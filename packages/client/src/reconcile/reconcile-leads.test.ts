import { describe, expect, test } from "vitest";
import { at, reconciled } from "../../../../tests/client/reconciled.ts";
import type { CreateLeadInput, InstantlyClient, UpdateLeadInterestStatusInput } from "../index.ts";

const MINUTE = 60_000;
const create =
  (lead: CreateLeadInput) =>
  ({ leads }: InstantlyClient) =>
    leads.create(lead);
const lead = (fields: object = {}) => ({
  id: "lead-1",
  email: "ada@x.example.com",
  campaign: "c-1",
  timestamp_created: at(0),
  ...fields,
});

describe("a new lead", () => {
  test.each([
    ["trimmed", "ada@x.example.com "],
    ["trimmed at both ends, with tabs and lines", "\t ada@x.example.com\n"],
    ["in lower case", "Ada@X.Example.com"],
  ])("whose address was stored %s is applied", async (_, email) => {
    expect(await reconciled(create({ email, campaign: "c-1" }), { items: [lead()] })).toBe("applied");
  });

  test.each([
    ["without its tag", "ada+news@x.example.com", { email: "ada@x.example.com" }],
    ["without its dots", "a.d.a@gmail.com", { email: "ada@gmail.com" }],
    ["with its domain in ASCII", "ada@exämple.com", { email: "ada@xn--exmple-cua.com" }],
    ["without its name", "Ada <ada@x.example.com>", {}],
    ["as another one altogether", "ada@x.example.com", { email: "a.lovelace@x.example.com" }],
    ["in no campaign", "ada@x.example.com", { campaign: undefined }],
    ["in a campaign of null", "ada@x.example.com", { campaign: null }],
    ["without a time", "ada@x.example.com", { timestamp_created: undefined }],
    ["with a time that is invalid", "ada@x.example.com", { timestamp_created: "today" }],
    [
      "as an older one that was changed",
      "ada@x.example.com",
      { timestamp_created: at(-9 * MINUTE), timestamp_updated: at(0) },
    ],
    [
      "as an older one that was changed at a time that is invalid",
      "ada@x.example.com",
      { timestamp_created: at(-9 * MINUTE), timestamp_updated: "now" },
    ],
  ])("that was stored %s is undetermined", async (_, email, fields) => {
    expect(await reconciled(create({ email, campaign: "c-1" }), { items: [lead(fields)] })).toBe("undetermined");
  });

  test.each([
    ["in a campaign, though none was asked for", {}, lead()],
    ["in a list, though none was asked for", {}, lead({ campaign: undefined, list_id: "l-1" })],
    ["in no list yet", { list_id: "l-1" }, lead({ campaign: undefined })],
    ["in one of the two places", { list_id: "l-1", campaign: "c-1" }, lead()],
    ["as something that is not a lead", {}, null],
    ["as something that is not a lead of its campaign", { campaign: "c-1" }, null],
    ["as something that is not a lead of its list", { list_id: "l-1" }, null],
  ])("that is listed %s is undetermined", async (_, place, item) => {
    expect(await reconciled(create({ email: "ada@x.example.com", ...place }), { items: [item] })).toBe("undetermined");
  });

  test.each([
    ["in the campaign, its id in capitals", { campaign: "C-1" }, lead()],
    ["in the list", { list_id: "l-1" }, lead({ campaign: undefined, list_id: "l-1" })],
    ["nowhere, as asked for", {}, lead({ campaign: null, list_id: "" })],
    ["without its address", { campaign: "c-1" }, lead({ email: undefined })],
    ["with an address of null", { campaign: "c-1" }, lead({ email: null })],
  ])("that is %s is applied", async (_, place, item) => {
    expect(await reconciled(create({ email: "ada@x.example.com", ...place }), { items: [item] })).toBe("applied");
  });

  test.each([undefined, null, at(-8 * MINUTE)])(
    "that is an older one, last changed at %j, is not_applied",
    async (timestamp_updated) => {
      const older = lead({ timestamp_created: at(-9 * MINUTE), timestamp_updated });
      expect(await reconciled(create({ email: "ada@x.example.com" }), { items: [older] })).toBe("not_applied");
    },
  );

  test("in another campaign or list is another one", async () => {
    const email = "ada@x.example.com";
    expect(await reconciled(create({ email, campaign: "c-2" }), { items: [lead()] })).toBe("not_applied");
    const listed = lead({ campaign: null, list_id: "l-1" });
    expect(await reconciled(create({ email, list_id: "l-2" }), { items: [listed] })).toBe("not_applied");
  });

  test.each([
    "ada@x.example.com",
    "a@x-1.example",
    "7@4.example.com",
    "Ada+1@X.example.com",
    "a_b-c@x.example.com",
    "a.b@gmail.com",
  ])("with the plain address %s that is nowhere is not_applied", async (email) => {
    expect(await reconciled(create({ email }), { items: [] })).toBe("not_applied");
    const older = lead({ timestamp_created: at(-9 * MINUTE), timestamp_updated: at(-8 * MINUTE) });
    expect(await reconciled(create({ email }), { items: [older] })).toBe("not_applied");
  });

  test.each([7, null, "", " "])("with %j as an address is undetermined", async (email) => {
    expect(await reconciled(create({ email: email as string }), { items: [] })).toBe("undetermined");
  });

  test.each([400, 409, 422])("whose address the filter rejects with %d is undetermined", async (status) => {
    const found = reconciled(create({ email: "not an address" }), { items: [], status });
    if (status === 409) await expect(found).rejects.toMatchObject({ code: "conflict" });
    else expect(await found).toBe("undetermined");
  });

  test("behind more leads than are read is undetermined", async () => {
    const old = lead({ timestamp_created: at(-9 * MINUTE) });
    const items = Array.from({ length: 1_001 }, () => old);
    expect(await reconciled(create({ email: "ada@x.example.com" }), { items })).toBe("undetermined");
  });
});

describe("a change of interest", () => {
  const change =
    (fields: Partial<UpdateLeadInterestStatusInput> = {}) =>
    ({ leads }: InstantlyClient) =>
      leads.updateInterestStatus({ lead_email: "ada@x.example.com", interest_value: 1, ...fields });
  const old = { timestamp_created: at(-9 * MINUTE), timestamp_updated: at(-8 * MINUTE) };
  const now = at(0);

  test.each([
    ["set", [lead({ ...old, lt_interest_status: 1 })], "applied"],
    ["set on all leads of the address", [lead({ lt_interest_status: 1 }), lead({ lt_interest_status: 1 })], "applied"],
    ["set on one of two", [lead({ lt_interest_status: 1 }), lead({ ...old })], "undetermined"],
    ["set on one of two that are old", [lead({ ...old, lt_interest_status: 1 }), lead(old)], "undetermined"],
    ["not set on two, of which one was changed", [lead(old), lead({ ...old, timestamp_updated: now })], "undetermined"],
    ["not set on two that are old", [lead(old), lead(old)], "not_applied"],
    ["not set, and never was", [lead({ ...old, timestamp_last_interest_change: null })], "not_applied"],
    ["not set, but was long ago", [lead({ ...old, timestamp_last_interest_change: at(-9 * MINUTE) })], "not_applied"],
    [
      "set on more leads than are read",
      Array.from({ length: 1_001 }, () => lead({ lt_interest_status: 1 })),
      "undetermined",
    ],
    ["not set, and nothing was changed since", [lead(old)], "not_applied"],
    [
      "not set on a lead that was never changed",
      [lead({ timestamp_created: now, timestamp_updated: now })],
      "not_applied",
    ],
    ["not set on a lead that was changed just now", [lead({ ...old, timestamp_updated: now })], "undetermined"],
    [
      "another since, maybe by Instantly's AI",
      [lead({ ...old, lt_interest_status: 2, timestamp_last_interest_change: at(0) })],
      "undetermined",
    ],
    ["not set on a lead that was changed since", [lead({ ...old, timestamp_updated: at(0) })], "undetermined"],
    ["not set on a lead that tells no times", [lead({ timestamp_created: undefined })], "undetermined"],
    ["stored as a string", [lead({ ...old, lt_interest_status: "1" })], "undetermined"],
    ["on a lead with another address", [lead({ ...old, email: "eva@x.example.com" })], "undetermined"],
    ["of a lead that is not there", [], "undetermined"],
    ["of something that is not a lead", [null], "undetermined"],
  ])("that is %s", async (_, items, expected) => {
    expect(await reconciled(change(), { items })).toBe(expected);
  });

  test("of an address in another form is found, and one the filter rejects is undetermined", async () => {
    const lead_email = " ADA@x.example.com";
    expect(await reconciled(change({ lead_email }), { items: [lead({ lt_interest_status: 1 })] })).toBe("applied");
    expect(await reconciled(change({ lead_email: "ada" }), { items: [], status: 400 })).toBe("undetermined");
  });

  test("is applied in the background: its absence counts ten times as late", async () => {
    const never = { ...lead(old) };
    expect(await reconciled(change(), { items: [never] }, 1)).toBe("undetermined");
  });
});

describe("a deletion", () => {
  const remove =
    (selection: Parameters<InstantlyClient["leads"]["deleteMany"]>[0]) =>
    ({ leads }: InstantlyClient) =>
      leads.deleteMany(selection);

  test.each([
    ["leaves none of the ids", { campaign_id: "c-1", ids: ["a", "b"] }, [], "applied"],
    ["leaves nothing at all", { campaign_id: "c-1" }, [], "applied"],
    ["leaves all of the ids", { campaign_id: "c-1", ids: ["a", "b"] }, [{ id: "a" }, { id: "b" }], "not_applied"],
    ["names an id twice", { campaign_id: "c-1", ids: ["a", "A "] }, [{ id: "a" }], "not_applied"],
    ["leaves one of the ids", { campaign_id: "c-1", ids: ["a", "b"] }, [{ id: "b" }], "undetermined"],
    [
      "leaves others, because ids are ignored",
      { campaign_id: "c-1", ids: ["a", "b"] },
      [{ id: "x" }, { id: "y" }],
      "undetermined",
    ],
    ["leaves what is no lead", { campaign_id: "c-1", ids: ["a"] }, [null], "undetermined"],
    ["leaves leads without ids", { campaign_id: "c-1", ids: ["a"] }, [{}, null], "undetermined"],
    ["leaves some, and was limited", { campaign_id: "c-1", ids: ["a"], limit: 1 }, [{ id: "a" }], "undetermined"],
    ["leaves some of another status", { campaign_id: "c-1", ids: ["a"], status: 3 }, [{ id: "a" }], "undetermined"],
    ["leaves some, of those it may not have meant", { list_id: "l-1" }, [{ id: "a" }], "undetermined"],
    ["means two places, and leaves none", { list_id: "l-1", campaign_id: "c-1" }, [], "applied"],
    [
      "means two places, and leaves all",
      { list_id: "l-1", campaign_id: "c-1", ids: ["a"] },
      [{ id: "a" }],
      "undetermined",
    ],
  ] as const)("that %s", async (_, { ...selection }, items, expected) => {
    const { ids, ...rest } = selection as { ids?: readonly string[] };
    const write = remove({ ...rest, ...(ids ? { ids: [...ids] } : {}) } as Parameters<typeof remove>[0]);
    expect(await reconciled(write, { items })).toBe(expected);
  });
});
