import { deepEqual, ok } from "node:assert/strict";
import type { Lead } from "@modulex-instantly/types";
import fc from "fast-check";
import { ADDRESSES, QUIET } from "../addresses.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import { hasSome, isSameAddress, leadsWhere, someId } from "../session-model.ts";
import { walk } from "../walk.ts";

/** Deletes leads of a campaign or a list: all, some by id, or a limited number; or omits both selectors. */
export const deleteLeads: fc.Arbitrary<SessionCommand> = fc
  .record({
    where: fc.constantFrom("campaign", "list", "campaign", "list", "nowhere"),
    number: fc.nat(1000),
    some: fc.boolean(),
    limit: fc.constantFrom(undefined, 1, 2, 10_000),
  })
  .map((given) =>
    command(
      "deleteLeads",
      given,
      async (model, session) => {
        const { where, number, some, limit } = given;
        const id = someId(where === "campaign" ? model.campaigns : model.lists, number);
        const inside = leadsWhere(model, (lead) => (where === "campaign" ? lead.campaign : lead.list) === id);
        const ids = [...model.leads.keys()].filter((_, index) => (index + number) % 2 === 0);
        const matches = some ? inside.filter((lead) => ids.includes(lead)) : inside;
        const selector = where === "campaign" ? { campaign_id: id } : where === "list" ? { list_id: id } : {};
        const body = { ...selector, ...(some ? { ids } : {}), ...(limit === undefined ? {} : { limit }) };
        const call = { operation: "bulkDeleteLeads", method: "DELETE", path: "/api/v2/leads", body } as const;
        if (where === "nowhere") return void (await session.call(call, 400));
        const { count } = await session.call<{ count: number }>(call, 200);
        deepEqual(count, Math.min(matches.length, limit ?? matches.length));
        const left = await walk<Lead>(session, {
          call: {
            operation: "listLeads",
            method: "POST",
            path: "/api/v2/leads/list",
            body: where === "campaign" ? { campaign: id } : { list_id: id },
          },
          limit: 100,
        });
        const gone = inside.filter((lead) => !left.some((one) => one.id === lead));
        deepEqual(gone.length, count);
        ok(
          gone.every((lead) => matches.includes(lead)),
          "a lead was deleted that was not selected",
        );
        for (const lead of gone) model.leads.delete(lead);
        model.gone.push(...gone);
      },
      (model) => hasSome(model.leads, given.number),
    ),
  );

/** Sets an interest status, waits for the background job, and checks the result. */
export const setInterest: fc.Arbitrary<SessionCommand> = fc
  .record({ number: fc.nat(1000), value: fc.constantFrom(null, 0, 1, -1, 4, 99) })
  .map((given) =>
    command(
      "setInterest",
      given,
      async (model, session) => {
        const { number, value } = given;
        const known = model.leads.get(someId(model.leads, number))?.email;
        const address = number % 10 === 9 ? "no address" : (known ?? ADDRESSES[number % ADDRESSES.length] ?? "");
        const body = { lead_email: address, interest_value: value };
        const path = "/api/v2/leads/update-interest-status";
        const call = { operation: "updateLeadInterestStatus", method: "POST", path, body } as const;
        if (address === "no address") return void (await session.call(call, 400));
        const leads = leadsWhere(model, ({ email }) => isSameAddress(email, address));
        if (leads.length === 0) return void (await session.call(call, 404));
        await session.call(call, 202);
        session.sandbox.advance("3s");
        for (const id of leads) {
          const asked = { operation: "getLead", method: "GET", path: `/api/v2/leads/${id}` } as const;
          const lead = await session.call<Lead>(asked, 200);
          const isQuiet = QUIET.some((quiet) => quiet === address);
          if (isQuiet) deepEqual(lead.lt_interest_status, value ?? undefined);
        }
      },
      (model) => hasSome(model.leads, given.number),
    ),
  );
