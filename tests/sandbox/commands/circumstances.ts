import { deepEqual } from "node:assert/strict";
import type { OperationId } from "@modulex-instantly/sandbox";
import fc from "fast-check";
import type { SessionCall } from "../session-call.ts";
import type { SessionCommand } from "../session-command.ts";
import { command } from "../session-command.ts";
import { UNKNOWN_ID } from "../session-model.ts";

/** Advances the clock. */
export const passTime: fc.Arbitrary<SessionCommand> = fc.constantFrom("1m", "45m", "3h", "1d", "4d").map((duration) =>
  command("passTime", duration, async (_, { sandbox }) => {
    const before = Date.parse(sandbox.now());
    const { now } = sandbox.advance(duration);
    deepEqual(Date.parse(now) > before, true);
  }),
);

const reply = {
  reply_to_uuid: UNKNOWN_ID,
  eaccount: "mara@outreach.example.com",
  subject: "Re:",
  body: { text: "Yes" },
};
const hours = {
  name: "Hours",
  timing: { from: "09:00", to: "17:00" },
  days: { "1": true },
  timezone: "Europe/Belgrade",
};
const campaign = { name: "Clinics", campaign_schedule: { schedules: [hours] } };
const interest = { lead_email: "ada@quiet.example.com", interest_value: 1 };

/** A call of every operation that is rejected before it has an effect. */
const calls: { readonly [Id in OperationId]: Omit<SessionCall, "operation"> } = {
  createLead: { method: "POST", path: "/api/v2/leads", body: { email: "ada@quiet.example.com" } },
  bulkDeleteLeads: { method: "DELETE", path: "/api/v2/leads", body: { campaign_id: UNKNOWN_ID } },
  listLeads: { method: "POST", path: "/api/v2/leads/list", body: {} },
  updateLeadInterestStatus: { method: "POST", path: "/api/v2/leads/update-interest-status", body: interest },
  getLead: { method: "GET", path: `/api/v2/leads/${UNKNOWN_ID}` },
  listCampaign: { method: "GET", path: "/api/v2/campaigns" },
  createCampaign: { method: "POST", path: "/api/v2/campaigns", body: campaign },
  patchCampaign: { method: "PATCH", path: `/api/v2/campaigns/${UNKNOWN_ID}`, body: { name: "Schools" } },
  activateCampaign: { method: "POST", path: `/api/v2/campaigns/${UNKNOWN_ID}/activate` },
  listEmail: { method: "GET", path: "/api/v2/emails" },
  replyToEmail: { method: "POST", path: "/api/v2/emails/reply", body: reply },
  listLeadList: { method: "GET", path: "/api/v2/lead-lists" },
  createLeadList: { method: "POST", path: "/api/v2/lead-lists", body: { name: "Clinics" } },
};
const READS: readonly OperationId[] = ["listLeads", "getLead", "listCampaign", "listEmail", "listLeadList"];
const ids = Object.keys(calls) as OperationId[];

/** Calls an operation without permission, for another workspace, or above the rate limit. */
export const beRejected: fc.Arbitrary<SessionCommand> = fc
  .record({
    operation: fc.constantFrom(...ids),
    why: fc.constantFrom("no key", "revoked", "unpaid", "readOnly", "workspace", "too often"),
  })
  .map(({ operation, why }) =>
    command("beRejected", { operation, why }, async (_, session) => {
      const { keys } = session.sandbox;
      const call = { ...calls[operation], operation };
      if (why === "no key") await session.call({ ...call, key: null }, 401);
      else if (why === "revoked") await session.call({ ...call, key: keys.revoked }, 401);
      else if (why === "unpaid") await session.call({ ...call, key: keys.unpaid }, 402);
      else if (why === "workspace") await session.call({ ...call, headers: { "x-as-workspace": UNKNOWN_ID } }, 403);
      else if (why === "too often") {
        session.sandbox.plan({ operation, fault: { kind: "rate_limit_storm" } });
        await session.call(call, 429);
      } else if (!READS.includes(operation)) await session.call({ ...call, key: keys.readOnly }, 403);
    }),
  );
