/**
 * `pnpm start`: runs an outreach with all 13 actions, through the real client and real HTTP, against the local sandbox.
 * Three days pass in milliseconds, replies arrive, and no email is sent. `pnpm start --keep` then keeps the sandbox, with its
 * page for a browser.
 */
import type { ActionInputs, ActionName, ActionOutputs } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { startSandbox } from "@modulex-instantly/sandbox";
import { buildPage, showPage } from "./tour-page.ts";
import { tourPrinter } from "./tour-printer.ts";

const isKept = process.argv.includes("--keep");
if (isKept) buildPage();
const sandbox = await startSandbox();
const client = createInstantlyClient({ apiKey: sandbox.keys.full, baseUrl: sandbox.url });
const print = tourPrinter(process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined);

type Success<Output> = Extract<Output, { success: true }>;

const isSuccess = <Output extends { success: boolean }>(output: Output): output is Success<Output> => output.success;

/** Runs one action, prints it and returns its success; the tour ends at the first failure. */
async function step<Name extends ActionName>(
  why: string,
  name: Name,
  input: ActionInputs[Name],
): Promise<Success<ActionOutputs[Name]>> {
  const startedAt = performance.now();
  const result = await actions[name].run(input, { client });
  print.step({ why, name, input, result, durationMs: performance.now() - startedAt });
  if (!isSuccess(result)) throw new Error(`${name}: ${result.error}`);
  return result;
}

/** The id of a result. Every field of the API may be missing, so the types allow null. */
function idOf({ id }: { readonly id: string | null }): string {
  if (id === null) throw new Error("the result has no id");
  return id;
}

const sender = "mara@outbound.example.com";
const priya = "reply+interested+priya@tidewater.example.com";
const people = [
  { email: priya, first_name: "Priya", why: "a lead who will reply" },
  { email: "out-of-office+tom@northgate.example.com", first_name: "Tom", why: "a lead who is out of office" },
  { email: "ines@harbour.example.com", first_name: "Ines", why: "a lead who will not reply" },
];

try {
  print.title(`An outreach on the sandbox at ${sandbox.url}. No email is sent.`);
  const list = await step("a list for leads that receive no emails yet", "create_lead_list", {
    name: "Berlin founders",
  });
  await step("check that it exists", "list_lead_lists", { limit: 5 });
  await step("a lead for later", "create_lead", { list_id: idOf(list), email: "later@example.com" });

  const campaign = await step("a draft, which sends nothing", "create_campaign", {
    name: "Autumn outreach",
    campaign_schedule: {
      schedules: [
        {
          name: "Office hours",
          timing: { from: "09:00", to: "17:00" },
          days: { "1": true, "2": true, "3": true, "4": true, "5": true },
          timezone: "America/Detroit",
        },
      ],
    },
    sequences: [
      {
        steps: [
          {
            type: "email",
            delay: 2,
            variants: [{ subject: "Hello {{firstName}}", body: "<div>Is outreach on your list this autumn?</div>" }],
          },
          { type: "email", delay: 0, variants: [{ subject: "", body: "<div>Just floating this to the top.</div>" }] },
        ],
      },
    ],
  });
  const campaignId = idOf(campaign);
  await step("the sending account and a daily limit", "patch_campaign", {
    campaign_id: campaignId,
    email_list: [sender],
    daily_limit: 40,
  });
  for (const { why, ...person } of people) {
    await step(why, "create_lead", { campaign: campaignId, ...person, skip_if_in_campaign: true });
  }
  await step("start sending", "activate_campaign", { campaign_id: campaignId });

  const { now } = sandbox.advance("3d");
  print.title(`Three days pass. It is ${now.slice(0, 16).replace("T", " ")} UTC.`);
  await step("the status of the campaign", "list_campaigns", { limit: 5 });
  const { leads } = await step("the status of its leads", "list_leads", { campaign: campaignId, limit: 5 });
  const { emails } = await step("the replies", "list_emails", {
    limit: 10,
    is_unread: true,
    campaign_id: campaignId,
  });
  const received = emails.find(({ lead, ue_type }) => lead === priya && ue_type === 2);
  if (!received?.subject || !received.body?.text) throw new Error("Priya has not replied");
  print.quote("Priya", received.body.text);
  await step("reply at once", "reply_to_email", {
    reply_to_uuid: idOf(received),
    eaccount: sender,
    subject: received.subject,
    body_text: "Thursday at ten?",
  });
  await step("the interest: a meeting is booked", "update_lead_interest_status", {
    lead_email: priya,
    interest_value: 2,
  });
  sandbox.advance("1h");
  const replied = leads.find(({ email }) => email === priya);
  if (!replied) throw new Error("Priya is no lead of the campaign");
  await step("check that the change was applied in the background", "get_lead", { lead_id: idOf(replied) });
  await step("clean up", "delete_leads", { list_id: idOf(list) });

  print.outbox(sandbox.outbox());
  if (isKept) await showPage(sandbox);
} catch (error) {
  console.error(`The tour stopped. ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await sandbox.close();
}
