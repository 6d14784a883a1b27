import { deepEqual, ok } from "node:assert/strict";
import type { Lead, ListLeadsRequest } from "@modulex-instantly/types";
import fc from "fast-check";
import { ADDRESSES } from "../addresses.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import type { ModelLead, SessionModel } from "../session-model.ts";
import { isSameAddress, leadsWhere, someId } from "../session-model.ts";
import { walk } from "../walk.ts";

const path = "/api/v2/leads/list";
const call = { operation: "listLeads", method: "POST", path } as const;
const limit = fc.integer({ min: 1, max: 100 });
const KINDS = ["all", "campaign", "list", "address", "ids", "excluded", "in_campaign", "in_list", "search"] as const;

/** Reads leads with a filter whose result is known, to the last page. */
export const readLeads: fc.Arbitrary<SessionCommand> = fc
  .record({ kind: fc.constantFrom(...KINDS), number: fc.nat(1000), limit })
  .map((given) =>
    command("readLeads", given, async (model, session) => {
      const { body, test } = filtered(given, model);
      const found = await walk<Lead>(session, { call: { ...call, body }, limit: given.limit });
      deepEqual(
        found.map(({ id }) => id),
        leadsWhere(model, test),
      );
    }),
  );

/** Reads one lead per person, by email address. */
export const readContacts: fc.Arbitrary<SessionCommand> = limit.map((size) =>
  command("readContacts", size, async (model, session) => {
    const found = await walk<Lead>(session, { call: { ...call, body: { distinct_contacts: true } }, limit: size });
    const addresses = [...model.leads.values()].flatMap(({ email }) => (email ? [email.toLowerCase()] : []));
    deepEqual(
      found.map(({ email }) => email?.toLowerCase()),
      [...new Set(addresses)].sort(),
    );
  }),
);

const conditions: fc.Arbitrary<ListLeadsRequest> = fc.record(
  {
    filter: fc.constantFrom(
      "FILTER_VAL_CONTACTED",
      "FILTER_VAL_REPLIED",
      "FILTER_LEAD_INTERESTED",
      "FILTER_VAL_BOUNCED",
    ),
    enrichment_status: fc.constantFrom(1, 11, -1, -2),
    esg_code: fc.constantFrom("none", "1", "all"),
    is_website_visitor: fc.boolean(),
    queries: fc.constantFrom(
      [{ actionType: "reply", values: { "occurrence-count": { condition: "more", count: 0 } } }],
      [{ actionType: "lead-status", values: { "lead-status": { status: 1, condition: "is-not" } } }],
      [{ actionType: "email-open", values: { "occurrence-days": 3 } }],
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ListLeadsRequest>;

/** Reads leads with filters whose result depends on earlier events: every result must be a known lead. */
export const readSomeLeads: fc.Arbitrary<SessionCommand> = fc.tuple(conditions, limit).map(([body, size]) =>
  command("readSomeLeads", body, async (model, session) => {
    const found = await walk<Lead>(session, { call: { ...call, body }, limit: size });
    ok(
      found.every(({ id }) => model.leads.has(id)),
      "a lead that was deleted or never created",
    );
  }),
);

/** Requests an invalid page. */
export const readBadPage: fc.Arbitrary<SessionCommand> = fc
  .constantFrom({ limit: 0 }, { limit: 101 }, { limit: 1.5 }, { starting_after: "not a cursor" }, { ids: ["x"] })
  .map((body) => command("readBadPage", body, async (_, session) => void (await session.call({ ...call, body }, 400))));

function filtered(
  { kind, number }: { readonly kind: (typeof KINDS)[number]; readonly number: number },
  model: SessionModel,
): { readonly body: ListLeadsRequest; readonly test: (lead: ModelLead) => boolean } {
  const ids = [...model.leads.keys()].filter((_, index) => (index + number) % 3 === 0);
  const id = someId(kind === "campaign" ? model.campaigns : model.lists, number);
  const address = ADDRESSES[number % ADDRESSES.length] ?? "";
  const isTrue = number % 2 === 0;
  if (kind === "campaign") return { body: { campaign: id }, test: ({ campaign }) => campaign === id };
  if (kind === "list") return { body: { list_id: id }, test: ({ list }) => list === id };
  if (kind === "address") return { body: { contacts: [address] }, test: ({ email }) => isSameAddress(email, address) };
  if (kind === "ids") return { body: { ids }, test: (lead) => ids.includes(lead.id) };
  if (kind === "excluded") return { body: { excluded_ids: ids }, test: (lead) => !ids.includes(lead.id) };
  if (kind === "in_campaign")
    return { body: { in_campaign: isTrue }, test: (lead) => Boolean(lead.campaign) === isTrue };
  if (kind === "in_list") return { body: { in_list: isTrue }, test: (lead) => Boolean(lead.list) === isTrue };
  if (kind === "all") return { body: {}, test: () => true };
  const isLena = ({ email, first }: ModelLead) => [email, first].some((text) => text?.toLowerCase().includes("lena"));
  return { body: { search: "lena" }, test: isLena };
}
