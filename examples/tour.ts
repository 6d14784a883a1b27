/** `pnpm start`: runs all 13 actions through the real client, over real HTTP, against a local mock. */
import { actions } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { startPrismMock } from "../scripts/prism-mock.ts";
import { tourPrinter } from "./tour-printer.ts";

const mock = await startPrismMock();
const client = createInstantlyClient({ apiKey: "tour-key", baseUrl: mock.url });
const printer = tourPrinter(process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined);

/** Runs one action, prints it and hands its result on; the tour ends at the first failure. */
async function step<Result extends { success: boolean; error: string | null }>(
  why: string,
  name: keyof typeof actions,
  input: object,
): Promise<Result> {
  const startedAt = performance.now();
  const result = (await actions[name].run(input as never, { client })) as unknown as Result;
  printer.step({ why, name, input, result, durationMs: performance.now() - startedAt });
  if (!result.success) throw new Error(`${name}: ${result.error}`);
  return result;
}

const weekdays = {
  schedules: [
    {
      name: "Office hours",
      timing: { from: "09:00", to: "17:00" },
      days: { "1": true, "2": true, "3": true, "4": true, "5": true },
      timezone: "America/Detroit",
    },
  ],
};
const sequences = [
  {
    steps: [
      {
        type: "email",
        delay: 3,
        variants: [{ subject: "Hello {{firstName}}", body: "<div>Is outreach on your list this autumn?</div>" }],
      },
      { type: "email", delay: 0, variants: [{ subject: "", body: "<div>Just floating this to the top.</div>" }] },
    ],
  },
];

type Found = { success: boolean; error: string | null; id: string | null };

try {
  printer.title(`All 13 actions against a local mock at ${mock.url}. Nothing leaves this machine.`);
  const list = await step<Found>("a place for leads", "create_lead_list", { name: "Berlin founders" });
  await step("which lists are there", "list_lead_lists", { limit: 5 });
  const campaign = await step<Found>("a draft, which sends nothing", "create_campaign", {
    name: "Autumn outreach",
    campaign_schedule: weekdays,
    sequences,
  });
  await step("who sends, and how many a day", "patch_campaign", {
    campaign_id: campaign.id,
    email_list: ["mara@outbound.example.com"],
    daily_limit: 40,
  });
  const lead = await step<Found>("somebody to write to", "create_lead", {
    campaign: campaign.id,
    email: "priya@tidewater.example.com",
    first_name: "Priya",
    skip_if_in_campaign: true,
  });
  await step("who is in the campaign", "list_leads", { campaign: campaign.id, limit: 5 });
  await step("one lead in full", "get_lead", { lead_id: lead.id });
  await step("from here on it would mail", "activate_campaign", { campaign_id: campaign.id });
  await step("how the campaigns stand", "list_campaigns", { limit: 5 });
  const mail = await step<{ success: boolean; error: string | null; emails: { id: string; eaccount: string }[] }>(
    "what came back",
    "list_emails",
    { limit: 5 },
  );
  await step("an answer, mailed at once", "reply_to_email", {
    reply_to_uuid: mail.emails[0]?.id,
    eaccount: mail.emails[0]?.eaccount,
    subject: "Re: Hello",
    body_text: "Thursday at ten?",
  });
  await step("she is interested", "update_lead_interest_status", {
    lead_email: "priya@tidewater.example.com",
    interest_value: 1,
  });
  await step("tidy up", "delete_leads", { list_id: list.id, ids: [lead.id] });
  printer.title("That was all 13. Next: pnpm action list_leads '{\"limit\": 5}'");
} catch (error) {
  console.error(`The tour stopped. ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await mock.close();
}
