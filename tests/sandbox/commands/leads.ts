import { deepEqual, ok } from "node:assert/strict";
import type { CreateLeadRequest, Lead } from "@modulex-instantly/types";
import fc from "fast-check";
import { ADDRESSES } from "../addresses.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import type { ModelLead, SessionModel } from "../session-model.ts";
import { hasSome, isSameAddress, someId } from "../session-model.ts";

const path = "/api/v2/leads";
const flag = fc.constantFrom(true, false);

const person = fc.record(
  {
    email: fc.constantFrom(...ADDRESSES),
    first_name: fc.constantFrom("Ada", "Lena", "", null),
    last_name: fc.constantFrom("Berg", "O'Neil", null),
    company_name: fc.constantFrom("Feldwerk", null),
    website: fc.constantFrom("https://feldwerk.example.com", null),
    phone: fc.constantFrom("+49 30 1234", null),
    personalization: fc.constantFrom("Nice <b>site</b>", null),
    lt_interest_status: fc.constantFrom(0, 1, -1, 77),
    custom_variables: fc.constantFrom({}, { city: "Oslo" }, { city: "Bonn", seats: 3, isNew: true, none: null }),
    skip_if_in_workspace: flag,
    skip_if_in_campaign: flag,
    skip_if_in_list: flag,
    verify_leads_on_import: flag,
  },
  { requiredKeys: [] },
);

/** Creates a lead in a campaign, in a list, in both or in neither. */
export const createLead: fc.Arbitrary<SessionCommand> = fc
  .record({ person, campaign: fc.option(fc.nat(1000), { freq: 4 }), list: fc.option(fc.nat(1000), { freq: 1 }) })
  .map((given) =>
    command(
      "createLead",
      given,
      async (model, session) => {
        const body: CreateLeadRequest = {
          ...given.person,
          ...(given.campaign === null ? {} : { campaign: someId(model.campaigns, given.campaign) }),
          ...(given.list === null ? {} : { list_id: someId(model.lists, given.list) }),
        };
        const call = { operation: "createLead", method: "POST", path, body } as const;
        const expectedError = expectedErrorOf(body, model);
        if (expectedError !== undefined) return void (await session.call(call, expectedError));
        const lead = await session.call<Lead>(call, 200);
        const known = model.leads.get(lead.id);
        deepEqual(known !== undefined, isSkipped(body, model), "only a skip flag returns an existing lead");
        if (known !== undefined)
          return ok(isSameAddress(known.email, body.email ?? undefined), "the lead with that address");
        ok(!model.gone.includes(lead.id), "a new lead has a new id");
        deepEqual([lead.campaign, lead.list_id], [body.campaign, body.list_id]);
        deepEqual(lead.status, body.list_id && !body.campaign ? 0 : 1);
        for (const [name, value] of Object.entries(body.custom_variables ?? {})) deepEqual(lead.payload?.[name], value);
        model.leads.set(lead.id, remembered(lead.id, body));
      },
      (model) =>
        (given.campaign === null || hasSome(model.campaigns, given.campaign)) &&
        (given.list === null || hasSome(model.lists, given.list)),
    ),
  );

/** Reads an existing lead, a deleted one, or one that never existed. */
export const readLead: fc.Arbitrary<SessionCommand> = fc.nat(1000).map((number) =>
  command(
    "readLead",
    number,
    async (model, session) => {
      const gone = number % 5 === 0 ? model.gone[number % Math.max(1, model.gone.length)] : undefined;
      const id = gone ?? someId(model.leads, number);
      const call = { operation: "getLead", method: "GET", path: `${path}/${id}` } as const;
      const known = model.leads.get(id);
      if (known === undefined) return void (await session.call(call, 404));
      const lead = await session.call<Lead>(call, 200);
      deepEqual([lead.id, lead.email, lead.campaign, lead.list_id], [id, known.email, known.campaign, known.list]);
    },
    (model) => hasSome(model.leads, number),
  ),
);

function expectedErrorOf({ email, campaign, list_id, first_name, last_name }: CreateLeadRequest, model: SessionModel) {
  if (campaign && !email) return 400;
  if (campaign && !model.campaigns.has(campaign)) return 404;
  if (list_id && !email && !first_name && !last_name) return 400;
  return list_id && !model.lists.has(list_id) ? 404 : undefined;
}

function isSkipped(body: CreateLeadRequest, { leads }: SessionModel): boolean {
  const same = [...leads.values()].filter(({ email }) => isSameAddress(email, body.email ?? undefined));
  return (
    (body.skip_if_in_workspace === true && same.length > 0) ||
    (body.skip_if_in_campaign === true && same.some(({ campaign }) => campaign && campaign === body.campaign)) ||
    (body.skip_if_in_list === true && same.some(({ list }) => list && list === body.list_id))
  );
}

function remembered(id: string, body: CreateLeadRequest): ModelLead {
  return {
    id,
    email: body.email ?? undefined,
    first: body.first_name ?? undefined,
    campaign: body.campaign ?? undefined,
    list: body.list_id ?? undefined,
  };
}
