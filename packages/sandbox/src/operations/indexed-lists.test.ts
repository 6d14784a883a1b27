import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Lead, ListLeadsRequest } from "@modulex-instantly/types";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { LeadChoice, Listing } from "../../tests/lead-requests.ts";
import { lead, listing } from "../../tests/lead-requests.ts";
import { stateChanges } from "../../tests/state-changes.ts";
import type { TestSandbox } from "../../tests/test-sandbox.ts";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { readSnapshot } from "../snapshot/read-snapshot.ts";
import type { StoredLead } from "../state/stored-lead.ts";
import { leadFilter } from "./lead-filter.ts";

// The lists and deletions of leads use indexes. Here every result is compared with a scan of all leads in a snapshot.

const folder = mkdtempSync(path.join(tmpdir(), "sandbox-indexes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changes = [...(Object.keys(stateChanges) as (keyof typeof stateChanges)[]), "reopen"] as const;
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ lead }) },
  { weight: 3, arbitrary: fc.record({ change: fc.constantFrom(...changes), choice: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(60), narrow: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ listing }) },
);

test("every list and deletion is that of a scan, after any history", { timeout: 240_000 }, async () => {
  let files = 0;
  let compared = 0;
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      let api = createTestSandbox({ snapshotFile: path.join(folder, String(files++)) });
      for (const list of ["One", "Two"]) await api.createLeadList(list);
      for (let count = 0; count < 2; count += 1)
        await api.createCampaign({ stop_for_company: true, open_tracking: true });
      for (const one of steps) {
        if ("lead" in one) await create(api, one.lead);
        else if ("listing" in one) {
          const body = await requestOf(api, one.listing);
          const expected = scan(api, body);
          const response = await api.request("POST /leads/list", body);
          expect({ body, ids: (response.body["items"] as Lead[]).map(({ id }) => id) }).toEqual({
            body,
            ids: expected,
          });
          compared += 1;
          found += expected.length;
        } else if ("remove" in one) await remove(api, one);
        else if (one.change === "reopen") api = await reopened(api, path.join(folder, String(files - 1)));
        else await stateChanges[one.change](api, one.choice);
      }
      await api.sandbox.close();
    }),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(100);
  expect(found).toBeGreaterThan(compared / 2);
});

async function create(api: TestSandbox, { place, address, interest, ...names }: LeadChoice) {
  const campaigns = (await api.listCampaigns()).items;
  const lists = (await api.listLeadLists()).items;
  const words = ["reply+interested", "open", "Click", "out-of-office", "ada", "straße"];
  const email = address === 0 ? undefined : `${words[address % words.length]}+${address}@${address % 2}.example.com`;
  await api.request("POST /leads", {
    ...names,
    email,
    ...(place < 2 ? { campaign: campaigns[place]?.id } : {}),
    ...(place === 2 || place === 1 ? { list_id: lists[place - 1]?.id } : {}),
    lt_interest_status: interest,
  });
}

async function reopened(api: TestSandbox, snapshotFile: string): Promise<TestSandbox> {
  await api.sandbox.close();
  return createTestSandbox({ snapshotFile });
}

interface Deletion {
  readonly campaign_id?: string | undefined;
  readonly list_id?: string | undefined;
  readonly ids?: readonly (string | undefined)[];
  readonly status?: StoredLead["status"];
  readonly limit?: number;
}

/** Deletes with `ids`, `status` and `limit` and compares what is left with a scan. */
async function remove(api: TestSandbox, { remove: choice, narrow }: { remove: number; narrow: number }): Promise<void> {
  const { leads } = stateOf(api);
  const chosen = leads[choice % Math.max(leads.length, 1)];
  if (chosen === undefined || (chosen.campaign === undefined && chosen.list_id === undefined)) return;
  const body: Deletion = {
    ...(chosen.campaign === undefined ? { list_id: chosen.list_id } : { campaign_id: chosen.campaign }),
    ...(narrow === 0 ? { ids: [chosen.id, leads[0]?.id, chosen.id.toUpperCase()] } : {}),
    ...(narrow === 1 && chosen.status !== 0 ? { status: chosen.status } : {}),
    ...(narrow < 3 ? { limit: 1 + (choice % 2) } : {}),
  };
  const gone = leads
    .filter(
      ({ campaign, list_id }) => (body.campaign_id ?? campaign) === campaign && (body.list_id ?? list_id) === list_id,
    )
    .filter(({ id }) => body.ids === undefined || body.ids.includes(id))
    .filter(({ status }) => body.status === undefined || status === body.status)
    .slice(0, body.limit);
  const response = await api.request("DELETE /leads", body);
  expect(response.body).toEqual({ count: gone.length });
  const ids = new Set(gone.map(({ id }) => id));
  expect(stateOf(api).leads).toEqual(leads.filter(({ id }) => !ids.has(id)));
}

async function requestOf(
  api: TestSandbox,
  { search, words, campaign, list_id, starting_after, ...chosen }: Listing,
): Promise<ListLeadsRequest> {
  const { leads } = stateOf(api);
  const leadAt = (choice: number): StoredLead | undefined => leads[choice % Math.max(leads.length, 1)];
  const [campaigns, lists] = [(await api.listCampaigns()).items, (await api.listLeadLists()).items];
  const missing = "01a06110-96fe-736c-901d-d4baca7d79c9";
  const ids = (choices: readonly number[] | undefined): string[] | undefined =>
    choices?.map((choice) => (choice % 7 === 6 ? missing : (leadAt(choice)?.id ?? missing)));
  const parts = search && partOf(leadAt(search[0]), search);
  return JSON.parse(
    JSON.stringify({
      ...chosen,
      campaign: campaign === undefined ? undefined : (campaigns[campaign]?.id ?? missing),
      list_id: list_id === undefined ? undefined : (lists[list_id]?.id.toUpperCase() ?? missing),
      search: parts ?? words,
      ids: ids(chosen.ids),
      excluded_ids: ids(chosen.excluded_ids),
      contacts: chosen.contacts?.map((choice) => leadAt(choice)?.email?.toUpperCase() ?? "nobody@example.com"),
      starting_after:
        starting_after === undefined
          ? undefined
          : chosen.distinct_contacts === true
            ? leadAt(starting_after)?.email
            : leadAt(starting_after)?.id,
    }),
  );
}

/** A part of the name or of the address of a lead, in upper case or unchanged. */
function partOf(
  found: StoredLead | undefined,
  [choice, start, length, isUpper]: readonly [number, number, number, boolean],
) {
  const text = choice % 2 === 0 ? `${found?.first_name ?? ""} ${found?.last_name ?? ""}` : (found?.email ?? "");
  const part = text.slice(start % Math.max(text.length, 1)).slice(0, length);
  return part === "" ? undefined : isUpper ? part.toUpperCase() : part;
}

function stateOf({ sandbox }: TestSandbox): { readonly leads: readonly StoredLead[]; readonly now: number } {
  const { database } = readSnapshot(sandbox.snapshot().split("\n"), "live");
  return { leads: [...(database.workspaces.get(sandbox.workspaces.main)?.leads.all ?? [])], now: database.clock.now };
}

/** The ids that a list returns, by a scan of all leads. */
function scan(api: TestSandbox, body: ListLeadsRequest): string[] {
  const { leads, now } = stateOf(api);
  const { search, ...others } = body;
  const meetsOthers = leadFilter(others, now).matches;
  const matches = (one: StoredLead): boolean => meetsOthers(one) && isFound(one, search ?? "");
  const limit = body.limit ?? 10;
  if (body.distinct_contacts !== true) {
    const after = body.starting_after ?? "";
    return leads
      .filter((one) => one.id > after && matches(one))
      .slice(0, limit)
      .map(({ id }) => id);
  }
  const contacts = new Map<string, StoredLead>();
  for (const one of leads) {
    const address = one.email?.toLowerCase();
    if (address && matches(one) && !contacts.has(address)) contacts.set(address, one);
  }
  const after = body.starting_after?.toLowerCase() ?? "";
  const addresses = [...contacts.keys()].filter((address) => address > after).sort();
  return addresses.slice(0, limit).map((address) => contacts.get(address)?.id ?? "");
}

/** Whether a field or both names contain the words, without regard to case. */
function isFound({ first_name, last_name, email }: StoredLead, words: string): boolean {
  return [first_name, last_name, `${first_name ?? ""} ${last_name ?? ""}`, email].some((field) =>
    field?.toLowerCase().includes(words.toLowerCase()),
  );
}

test("a search in both names finds what is in either, whatever its case", () => {
  const text = fc.string({
    unit: fc.constantFrom("Σ", "σ", "ς", "a", "İ", "i", "\u0307", "ß", "'", "·", " "),
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      fc.option(text, { nil: undefined }),
      fc.option(text, { nil: undefined }),
      text,
      (first_name, last_name, search) => {
        fc.pre(search !== "");
        const one = {
          ...(first_name === undefined ? {} : { first_name }),
          ...(last_name === undefined ? {} : { last_name }),
        } as StoredLead;
        expect(leadFilter({ search }, 0).matches(one)).toBe(isFound(one, search));
      },
    ),
    { numRuns: 3000 },
  );
});
