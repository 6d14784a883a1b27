import { deepEqual, ok } from "node:assert/strict";
import type { Campaign } from "@modulex-instantly/types";
import fc from "fast-check";
import { campaignBody, campaignChange } from "../campaign-bodies.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import { hasSome, someId } from "../session-model.ts";
import { walk } from "../walk.ts";

const path = "/api/v2/campaigns";

/** Creates a campaign, sometimes with a time zone that the API does not accept. */
export const createCampaign: fc.Arbitrary<SessionCommand> = fc
  .tuple(campaignBody, fc.integer({ min: 0, max: 9 }))
  .map(([body, chance]) =>
    command("createCampaign", { body, chance }, async (model, session) => {
      const call = { operation: "createCampaign", method: "POST", path } as const;
      if (chance === 0) {
        const { schedules } = body.campaign_schedule;
        const campaign_schedule = { schedules: schedules.map((one) => ({ ...one, timezone: "America/New_York" })) };
        return void (await session.call({ ...call, body: { ...body, campaign_schedule } }, 400));
      }
      const campaign = await session.call<Campaign>({ ...call, body }, 200);
      ok(!model.campaigns.has(campaign.id), "a new campaign has a new id");
      deepEqual([campaign.name, campaign.status, campaign.email_list ?? []], [body.name, 0, body.email_list ?? []]);
      for (const sender of body.email_list ?? []) model.accounts.add(sender);
      model.campaigns.set(campaign.id, { name: body.name, isAgents: body.ai_sdr_id != null });
    }),
  );

/** Changes a campaign. */
export const patchCampaign: fc.Arbitrary<SessionCommand> = fc
  .tuple(fc.nat(1000), campaignChange)
  .map(([number, body]) =>
    command(
      "patchCampaign",
      { number, body },
      async (model, session) => {
        const id = someId(model.campaigns, number);
        const call = { operation: "patchCampaign", method: "PATCH", path: `${path}/${id}`, body } as const;
        const known = model.campaigns.get(id);
        if (Object.keys(body).length === 0 || known?.isAgents) return void (await session.call(call, 400));
        if (known === undefined) return void (await session.call(call, 404));
        const campaign = await session.call<Campaign>(call, 200);
        known.name = body.name ?? known.name;
        for (const sender of body.email_list ?? []) model.accounts.add(sender);
        deepEqual([campaign.id, campaign.name], [id, known.name]);
      },
      (model) => hasSome(model.campaigns, number),
    ),
  );

/** Activates a campaign, sometimes with an empty JSON body, which the API rejects. */
export const activateCampaign: fc.Arbitrary<SessionCommand> = fc
  .tuple(fc.nat(1000), fc.integer({ min: 0, max: 9 }))
  .map(([number, chance]) =>
    command(
      "activateCampaign",
      { number, chance },
      async (model, session) => {
        const id = someId(model.campaigns, number);
        const call = { operation: "activateCampaign", method: "POST", path: `${path}/${id}/activate` } as const;
        if (chance === 0) {
          return void (await session.call({ ...call, headers: { "content-type": "application/json" } }, 400));
        }
        if (!model.campaigns.has(id)) return void (await session.call(call, 404));
        const campaign = await session.call<Campaign>(call, 200);
        deepEqual([campaign.id, campaign.status], [id, 1]);
      },
      (model) => hasSome(model.campaigns, number),
    ),
  );

/** Reads the campaigns, which are ordered by descending id. */
export const readCampaigns: fc.Arbitrary<SessionCommand> = fc
  .record({
    limit: fc.integer({ min: 1, max: 100 }),
    search: fc.constantFrom(undefined, "clin", "renamed"),
    status: fc.constantFrom(undefined, undefined, 0, 1, 3, -1),
  })
  .map(({ limit, search, status }) =>
    command("readCampaigns", { limit, search, status }, async (model, session) => {
      const query = { ...(search === undefined ? {} : { search }), ...(status === undefined ? {} : { status }) };
      const call = { operation: "listCampaign", method: "GET", path, query } as const;
      const found = await walk<Campaign>(session, { call, limit });
      const named = [...model.campaigns].filter(([, { name }]) => name.toLowerCase().includes(search ?? ""));
      const wanted = named
        .map(([id]) => id)
        .sort()
        .reverse();
      const ids = found.map(({ id }) => id);
      if (status !== undefined)
        ok(
          found.every((campaign) => campaign.status === status),
          "only of that status",
        );
      deepEqual(ids, status === undefined ? wanted : wanted.filter((id) => ids.includes(id)));
    }),
  );
