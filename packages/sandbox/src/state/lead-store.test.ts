import fc from "fast-check";
import { expect, test } from "vitest";
import { LeadSelection } from "./lead-selection.ts";
import type { LeadFlag, LeadTrait } from "./lead-sets.ts";
import { placeOf, progressOf } from "./lead-sets.ts";
import { LeadStore } from "./lead-store.ts";
import type { StoredLead } from "./stored-lead.ts";
import { activityOf } from "./stored-lead.ts";

// A selection by traits alone, without a predicate, shows what the indexes themselves contain.

const FLAGS: readonly LeadFlag[] = [
  "in campaign",
  "in list",
  "contacted",
  "opened",
  "clicked",
  "replied",
  "interest changed",
  "interest above 4",
  "interest below -4",
];
const TRAITS: readonly LeadTrait[] = [
  ...["a", "b"].flatMap((value): LeadTrait[] => [
    { trait: "campaign", value },
    { trait: "list", value },
  ]),
  ...[1, 3, 0].map((value): LeadTrait => ({ trait: "status", value })),
  ...[-5, 0, 1, 5].map((value): LeadTrait => ({ trait: "interest", value })),
  { trait: "verification", value: 1 },
  ...FLAGS.map((value): LeadTrait => ({ trait: "flag", value })),
];

const place = fc.constantFrom("a", "b", undefined);
const progress = fc.record({
  status: fc.constantFrom(1, 3, 0),
  interest: fc.constantFrom(undefined, -5, 0, 1, 5),
  activity: fc.option(
    fc.record(
      { opens: fc.nat(1), clicks: fc.nat(1), replies: fc.nat(1), lastContact: fc.nat(9), verification: fc.constant(1) },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
});
type Progress = typeof progress extends fc.Arbitrary<infer Value> ? Value : never;
const change = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ adds: fc.integer({ min: 1, max: 150 }), campaign: place, list: place, progress }),
  },
  { weight: 4, arbitrary: fc.record({ edits: fc.nat(5000), progress, settles: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ replaces: fc.nat(5000), progress }) },
  { weight: 4, arbitrary: fc.record({ removes: fc.nat(5000), count: fc.integer({ min: 1, max: 200 }) }) },
  { weight: 2, arbitrary: fc.record({ selects: fc.nat(TRAITS.length - 1) }) },
);

test("the indexes contain exactly the leads with a trait, after any changes", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), fc.nat(5000), (changes, position) => {
      const store = new LeadStore();
      let leads: StoredLead[] = [];
      let next = 0;
      const at = (choice: number): StoredLead | undefined => leads[choice % Math.max(leads.length, 1)];
      for (const one of changes) {
        if ("adds" in one) {
          for (let count = 0; count < one.adds; count += 1) {
            const lead = leadOf(next, one);
            next += 1;
            store.add(lead);
            leads.push(lead);
          }
        } else if ("edits" in one) {
          const lead = at(one.edits);
          if (lead !== undefined) apply(store, lead, one.progress);
          if (one.settles) store.settle();
        } else if ("replaces" in one) {
          const before = at(one.replaces);
          if (before === undefined) continue;
          const { activity: _, interest: __, ...others } = before;
          const after: StoredLead = { ...others, ...defined(one.progress) };
          store.replace(after);
          leads = leads.map((lead) => (lead === before ? after : lead));
        } else if ("removes" in one) {
          const start = one.removes % Math.max(leads.length, 1);
          const gone = new Set(leads.slice(start, start + one.count));
          store.remove(gone);
          leads = leads.filter((lead) => !gone.has(lead));
        } else {
          const trait = TRAITS[one.selects] as LeadTrait;
          const expected = leads.filter((lead) => has(lead, trait));
          expect(idsOf(select(store, [trait], []))).toEqual(idsOf(expected));
          expect(contactsOf(store, [trait])).toEqual(addressesOf(expected));
          expect(contactsOf(store, [])).toEqual(addressesOf(leads));
        }
      }
      expectSame(store, leads, at(position));
    }),
    { numRuns: 60 },
  );
});

/** Compares everything that a store knows with a list of its leads. */
function expectSame(store: LeadStore, leads: readonly StoredLead[], some: StoredLead | undefined): void {
  expect([...store.all]).toEqual(leads);
  expect(store.size).toBe(leads.length);
  for (const trait of TRAITS) {
    expect(idsOf(select(store, [trait], []))).toEqual(idsOf(leads.filter((lead) => has(lead, trait))));
    expect(idsOf(select(store, [], [trait]))).toEqual(idsOf(leads.filter((lead) => !has(lead, trait))));
  }
  for (const campaign of ["a", "b"]) {
    const expected = leads.filter((lead) => lead.campaign === campaign);
    expect([...store.ofCampaign(campaign)]).toEqual(expected);
    expect(store.sizeOfCampaign(campaign)).toBe(expected.length);
    expect(contactsOf(store, [{ trait: "campaign", value: campaign }])).toEqual(addressesOf(expected));
  }
  expect(contactsOf(store, [])).toEqual(addressesOf(leads));
  for (const lead of leads) expect(store.withId(lead.id)).toBe(lead);
  if (some === undefined) return;
  const same = some.email === undefined ? [] : leads.filter(({ email }) => email === some.email);
  expect(store.withEmail(some.email ?? "")).toEqual(same);
  const after = idsOf(leads.filter(({ id }) => id > some.id)).slice(0, 5);
  expect(idsOf(store.find(new LeadSelection([]), { after: some.id, limit: 5 }))).toEqual(after);
  store.remove([some]);
  expect(store.withId(some.id)).toBeUndefined();
  expect(idsOf(store.find(new LeadSelection([]), { after: some.id, limit: 5 }))).toEqual(after);
}

function select(store: LeadStore, all: readonly LeadTrait[], none: readonly LeadTrait[]): StoredLead[] {
  const selection = new LeadSelection([{ test: () => true, all, none }]);
  return store.find(selection, { limit: Number.POSITIVE_INFINITY });
}

/** The addresses of an order; an address that no lead has any more would be an undefined lead. */
function contactsOf(store: LeadStore, all: readonly LeadTrait[]): (string | undefined)[] {
  const selection = new LeadSelection([{ test: () => true, all }]);
  return store.findContacts(selection, { limit: Number.POSITIVE_INFINITY }).map(({ email }) => email);
}

function addressesOf(leads: readonly StoredLead[]): string[] {
  return [...new Set(leads.flatMap(({ email }) => email ?? []))].sort();
}

function leadOf(
  number: number,
  { campaign, list, progress: fields }: { campaign: string | undefined; list: string | undefined; progress: Progress },
): StoredLead {
  return {
    id: String(number).padStart(8, "0"),
    created: 1,
    updated: 1,
    ...(campaign === undefined ? {} : { campaign }),
    ...(list === undefined ? {} : { list_id: list }),
    ...(number % 9 === 0 ? {} : { email: `${number % 7}.${number % 90}@example.com` }),
    ...defined(fields),
  };
}

function apply(store: LeadStore, lead: StoredLead, { status, interest, activity }: Progress): void {
  const editable = store.edit(lead);
  editable.status = status as 1 | 3 | 0;
  if (interest === undefined) delete editable.interest;
  else editable.interest = interest;
  if (activity !== undefined) Object.assign(activityOf(editable), activity);
}

function defined({ status, interest, activity }: Progress): Pick<StoredLead, "status" | "interest" | "activity"> {
  return {
    status: status as 1 | 3 | 0,
    ...(interest === undefined ? {} : { interest }),
    ...(activity === undefined ? {} : { activity: { ...activity } as NonNullable<StoredLead["activity"]> }),
  };
}

function has(lead: StoredLead, { trait, value }: LeadTrait): boolean {
  return [...placeOf(lead), ...progressOf(lead)].some((one) => one.trait === trait && one.value === value);
}

function idsOf(leads: readonly StoredLead[]): string[] {
  return leads.map(({ id }) => id);
}
