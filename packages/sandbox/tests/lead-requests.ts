import type { LeadQuery } from "@modulex-instantly/types";
import fc from "fast-check";
import { leadStates } from "../src/operations/lead-states.ts";

/** The chosen fields of a lead. */
export interface LeadChoice {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly place: number;
  readonly address: number;
  readonly interest?: number;
}

const NAMES = [
  "Ada",
  "ΟΔΥΣΣΕΥΣ",
  "Σ",
  "İrem",
  "Zoë",
  "zoe\u0308",
  "Straße",
  "O'Neil",
  "東京",
  "Ab",
  "a",
  " ",
  "A.B",
  "-",
];
const name = fc.option(fc.constantFrom(...NAMES), { nil: undefined });
/** A lead to create; numbers choose its place and address. */
export const lead: fc.Arbitrary<LeadChoice> = fc.record(
  {
    first_name: name,
    last_name: name,
    place: fc.nat(5),
    address: fc.nat(12),
    interest: fc.integer({ min: -6, max: 6 }),
  },
  { requiredKeys: ["place", "address"] },
);

const query: fc.Arbitrary<LeadQuery> = fc.oneof(
  fc.record({
    actionType: fc.constant("lead-status" as const),
    values: fc.record({
      "lead-status": fc.record(
        { condition: fc.constantFrom("is", "is-not"), status: fc.integer({ min: -6, max: 6 }) },
        { requiredKeys: [] },
      ),
    }),
  }),
  fc.record({
    actionType: fc.constantFrom("reply", "email-open", "link-click", "last-contacted", "lead-status-change"),
    values: fc.record(
      {
        "occurrence-days": fc.constantFrom(1, 3, 30),
        "occurrence-count": fc.record(
          { condition: fc.constantFrom("more", "less", "equal"), count: fc.nat(2) },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  }),
) as fc.Arbitrary<LeadQuery>;

/** The fields of a list request; numbers choose among the leads, campaigns and lists that there are. */
const fields = {
  campaign: fc.nat(3),
  list_id: fc.nat(3),
  in_campaign: fc.boolean(),
  in_list: fc.boolean(),
  filter: fc.constantFrom(...(Object.keys(leadStates) as (keyof typeof leadStates)[])),
  queries: fc.array(query, { maxLength: 2 }),
  search: fc.tuple(fc.nat(50), fc.nat(12), fc.integer({ min: 1, max: 9 }), fc.boolean()),
  words: fc.constantFrom("zq", "z", "σ", "ς", "ß", "SS", "i\u0307", " ", "ada ada", "@", "com", "e", "nobody@nowhere"),
  ids: fc.array(fc.nat(50), { maxLength: 5 }),
  contacts: fc.array(fc.nat(50), { maxLength: 5 }),
  excluded_ids: fc.array(fc.nat(50), { maxLength: 5 }),
  starting_after: fc.nat(60),
  distinct_contacts: fc.boolean(),
  limit: fc.integer({ min: 1, max: 30 }),
  is_website_visitor: fc.boolean(),
};
/** The chosen fields of a list request. */
export type Listing = {
  readonly [Name in keyof typeof fields]?: (typeof fields)[Name] extends fc.Arbitrary<infer Value> ? Value : never;
};

/** A list request with a few fields. */
export const listing: fc.Arbitrary<Listing> = fc
  .subarray(Object.keys(fields) as (keyof typeof fields)[], { maxLength: 4 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fields[name]])) as typeof fields));
