/**
 * Unit tests of follow-up.ts: with a sandbox, which behaves like Instantly, and with a mock, where it is about one call.
 *
 *     npx vitest run examples/vitest
 */
import type { Emails, Leads } from "@modulex-instantly/client";
import { createInstantlyClient, InstantlyError, InterestStatus } from "@modulex-instantly/client";
import { createSandbox, fakeIteration } from "@modulex-instantly/sandbox";
import { describe, expect, test, vi } from "vitest";
import type { Mailbox } from "./follow-up.ts";
import { proposeMeeting } from "./follow-up.ts";

function setUp(scenario: "replies" | "outreach" = "replies") {
  const sandbox = createSandbox({ scenario });
  return { sandbox, instantly: createInstantlyClient(sandbox.clientOptions) };
}

describe("with a sandbox", () => {
  test("the person who is interested gets the proposal, and is recorded", async () => {
    const { sandbox, instantly } = setUp();
    expect(await proposeMeeting(instantly, "Thursday")).toBe("sent");
    expect(sandbox.outbox().at(-1)).toMatchObject({ to: ["reply+interested@brightlane.example.com"] });
    sandbox.advance("1m"); // the API changes the status in the background
    const [lead] = await instantly.leads.iterate({ search: "brightlane" }).collect({ max: 1 });
    expect(lead?.lt_interest_status).toBe(InterestStatus.MeetingBooked);
  });

  test("nobody gets one before anyone has replied", async () => {
    const { sandbox, instantly } = setUp("outreach");
    expect(await proposeMeeting(instantly, "Thursday")).toBe("nobody");
    expect(sandbox.outbox()).toEqual([]);
  });

  test("a reply whose response is lost is found, and not sent again", async () => {
    const { sandbox, instantly } = setUp();
    sandbox.plan({ operation: "replyToEmail", fault: { kind: "drop_after_commit" } });
    expect(await proposeMeeting(instantly, "Thursday")).toBe("sent");
    expect(sandbox.journal().operations.replyToEmail).toMatchObject({ requests: 1, effects: 1 });
  });

  test("a list with more pages than the rate limit allows in a minute takes no time", async () => {
    const { instantly } = setUp();
    for (let page = 0; page < 30; page += 1) await instantly.emails.list({ limit: 1 });
  });
});

describe("with a mock", () => {
  test("an unknown outcome is reported, and the lead is not changed", async () => {
    const { instantly } = setUp();
    const mails = await instantly.emails.iterate({ email_type: "received" }).collect({ max: 10 });
    const reply = vi
      .fn<Emails["reply"]>()
      .mockRejectedValue(new InstantlyError("no response", { code: "timeout", outcome: "unknown" }));
    const updateInterestStatus = vi.fn<Leads["updateInterestStatus"]>();
    const mailbox: Mailbox = {
      emails: { iterate: () => fakeIteration(mails), reply },
      leads: { updateInterestStatus },
      reconcile: async () => "undetermined",
    };
    expect(await proposeMeeting(mailbox, "Thursday")).toBe("unknown");
    expect(reply).toHaveBeenCalledOnce();
    expect(reply.mock.lastCall?.[0].body).toEqual({ text: "Does Thursday suit you?" });
    expect(updateInterestStatus).not.toHaveBeenCalled();
  });
});
