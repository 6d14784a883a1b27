import { describe, expect, test } from "vitest";
import type { Page, TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";

type Read = (cursor: string | undefined, limit?: number) => Promise<Page<{ id: string }>>;

const asQuery = (cursor?: string, limit?: number): string => {
  const query = new URLSearchParams();
  if (cursor !== undefined) query.set("starting_after", cursor);
  if (limit !== undefined) query.set("limit", String(limit));
  return `?${query}`;
};

const lists: Readonly<Record<string, (api: TestSandbox) => Read>> = {
  leads: (api) => (cursor, limit) =>
    api.listLeads({ ...(cursor ? { starting_after: cursor } : {}), ...(limit ? { limit } : {}) }),
  campaigns: (api) => (cursor, limit) => api.listCampaigns(asQuery(cursor, limit)),
  emails: (api) => (cursor, limit) => api.listEmails(asQuery(cursor, limit)),
  "lead lists": (api) => (cursor, limit) => api.listLeadLists(asQuery(cursor, limit)),
};

/** Twelve of everything. */
async function filled(): Promise<TestSandbox> {
  const api = createTestSandbox();
  const { id } = await api.createCampaign();
  for (let number = 1; number <= 12; number += 1) {
    await api.createLead({ campaign: id, email: `person-${13 - number}@example.com`, first_name: `P${number}` });
    await api.createLeadList(`List ${number}`);
    if (number > 1) await api.createCampaign({ name: `Campaign ${number}` });
  }
  await api.activateCampaign(id);
  api.sandbox.advance("1h");
  return api;
}

async function walk(read: Read, limit: number): Promise<{ ids: string[]; cursors: (string | undefined)[] }> {
  const ids: string[] = [];
  const cursors: (string | undefined)[] = [];
  for (let cursor: string | undefined; cursors.length < 20; ) {
    const page = await read(cursor, limit);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next_starting_after;
    cursors.push(cursor);
    if (page.items.length === 0) {
      expect(page).toEqual({ items: [] });
      return { ids, cursors };
    }
    expect(cursor).toEqual(expect.any(String));
  }
  throw new Error("the pages do not end");
}

describe.each(Object.keys(lists))("the list of %s", (name) => {
  const open = async (): Promise<Read> => {
    const reader = lists[name];
    if (reader === undefined) throw new Error(`no list ${name}`);
    return reader(await filled());
  };

  test("gives ten when no limit is named", async () => {
    const read = await open();
    expect((await read(undefined)).items).toHaveLength(10);
    expect((await read(undefined, 100)).items).toHaveLength(12);
  });

  test("has a cursor on every page with items, even a short last one, and none on an empty page", async () => {
    const read = await open();
    const { ids, cursors } = await walk(read, 5);
    expect(new Set(ids).size).toBe(12);
    expect(ids).toEqual((await read(undefined, 100)).items.map(({ id }) => id));
    expect(cursors.map((cursor) => cursor !== undefined)).toEqual([true, true, true, false]);
  });
});

describe("order and cursor", () => {
  test("leads ascend by id, which is the order of their making; the cursor is the last id", async () => {
    const api = await filled();
    const { items, next_starting_after } = await api.listLeads({ limit: 100 });
    expect(items.map(({ first_name }) => first_name)).toEqual([
      "P1",
      "P2",
      "P3",
      "P4",
      "P5",
      "P6",
      "P7",
      "P8",
      "P9",
      "P10",
      "P11",
      "P12",
    ]);
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).sort());
    expect(next_starting_after).toBe(items.at(-1)?.id);
  });

  test("campaigns descend by id, which is no order of time; the cursor is the last id", async () => {
    const { items, next_starting_after } = await (await filled()).listCampaigns("?limit=100");
    expect(items.map(({ id }) => id)).toEqual(
      items
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    const made = items.map(({ timestamp_created }) => timestamp_created);
    expect(made).not.toEqual([...made].sort());
    expect(made).not.toEqual([...made].sort().reverse());
    expect(next_starting_after).toBe(items.at(-1)?.id);
  });

  test("emails are sorted newest first, or oldest first with sort_order=asc, on every page", async () => {
    const api = await filled();
    const newest = await api.listEmails("?limit=100");
    const made = newest.items.map(({ timestamp_created }) => timestamp_created);
    expect(made).toEqual([...made].sort().reverse());
    expect(newest.next_starting_after).toBe(newest.items.at(-1)?.id);
    const oldest = await walk((cursor, limit) => api.listEmails(`${asQuery(cursor, limit)}&sort_order=asc`), 5);
    expect(oldest.ids).toEqual(newest.items.map(({ id }) => id).reverse());
  });

  test("lead lists come newest first; the cursor is the time at which the last one was made", async () => {
    const { items, next_starting_after } = await (await filled()).listLeadLists("?limit=100");
    expect(items.map(({ name }) => name)[0]).toBe("List 12");
    const made = items.map(({ timestamp_created }) => timestamp_created);
    expect(made).toEqual([...made].sort().reverse());
    expect(next_starting_after).toBe(made.at(-1));
    expect(next_starting_after).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test("a cursor stays valid after its lead is deleted", async () => {
    const api = await filled();
    const first = await api.listLeads({ limit: 5 });
    const campaign_id = first.items[0]?.campaign;
    await api.request("DELETE /leads", { campaign_id, ids: [first.next_starting_after] });
    const second = await api.listLeads({ limit: 5, starting_after: first.next_starting_after });
    expect(second.items.map(({ first_name }) => first_name)).toEqual(["P6", "P7", "P8", "P9", "P10"]);
  });
});

describe("distinct_contacts", () => {
  test("gives each address once, by address, with the address as the cursor", async () => {
    const api = createTestSandbox();
    for (const email of ["cy@example.com", "ada@example.com", "CY@example.com", "bo@example.com"]) {
      await api.createLead({ email });
    }
    const page = await api.listLeads({ distinct_contacts: true, limit: 2 });
    expect(page.items.map(({ email }) => email)).toEqual(["ada@example.com", "bo@example.com"]);
    expect(page.next_starting_after).toBe("bo@example.com");
    const rest = await api.listLeads({ distinct_contacts: true, starting_after: page.next_starting_after });
    expect(rest.items.map(({ email }) => email)).toEqual(["cy@example.com"]);
    expect(await api.listLeads({ distinct_contacts: true, starting_after: rest.next_starting_after })).toEqual({
      items: [],
    });
  });

  test("gives the lead that passes the filters when another one has the same address", async () => {
    const api = createTestSandbox();
    const [first, second] = [await api.createCampaign(), await api.createCampaign()];
    await api.createLead({ campaign: first.id, email: "ada@example.com" });
    const wanted = await api.createLead({ campaign: second.id, email: "ada@example.com" });
    const page = await api.listLeads({ distinct_contacts: true, campaign: second.id });
    expect(page.items.map(({ id }) => id)).toEqual([wanted.id]);
  });
});
