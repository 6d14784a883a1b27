import type { Campaign } from "@modulex-instantly/client";
import { campaignStatusLabels } from "@modulex-instantly/client";
import { usageError } from "../command-error.ts";
import { findCampaign } from "./find-campaign.ts";
import { readKnownSenders, senderIssue } from "./known-senders.ts";
import type { Preview } from "./preview.ts";
import { delayIssues, lineBreakIssues } from "./sequence-issues.ts";
import type { WriteToGuard } from "./write-to-guard.ts";

const COUNTED = 10_000;

/**
 * Reads the campaign that would start to send, and checks its senders and its sequence.
 *
 * @throws CommandError if it has no sender, an unknown one, or a sequence that would not be sent as it looks.
 */
export async function guardActivation({ input, flags, client, signal, warn }: WriteToGuard): Promise<Preview> {
  const campaign = await findCampaign(client, String(input["campaign_id"]), signal);
  const senders = campaign.email_list ?? [];
  if (!flags.skipChecks) {
    if (senders.length === 0) throw objection("it has no sending account, so it would send nothing: set email_list");
    const known = await readKnownSenders(client, signal);
    // The campaign itself is among those that use an account.
    const issue =
      known.source === "accounts" ? senders.flatMap((sender) => senderIssue(sender, known) ?? [])[0] : undefined;
    if (issue !== undefined) throw objection(`email_list: ${issue}`);
    const [delay] = delayIssues(campaign.sequences);
    if (delay !== undefined) throw objection(delay);
    const lost = campaign.text_only === true ? [] : lineBreakIssues(campaign.sequences);
    if (lost.length > 0) warn(`${lost.join(", ")}: plain text, which is sent as HTML, so its line breaks are lost`);
  }
  return {
    question: "Activate this campaign? It then mails its leads, which cannot be recalled.",
    lines: flags.yes ? [] : await lines(),
  };

  async function lines(): Promise<(readonly [string, string])[]> {
    const leads = await client.leads
      .iterate({ campaign: campaign.id, limit: 100 }, { signal })
      .collect({ max: COUNTED + 1 });
    const active = leads.filter(({ status }) => status === 1).length;
    const count = leads.length > COUNTED ? `more than ${COUNTED}` : `${leads.length}, ${active} of them active`;
    return [
      ["Campaign", `${campaign.name} (${statusOf(campaign)})`],
      ["Leads", count],
      [
        "First leads",
        leads
          .slice(0, 5)
          .map(({ email }) => email ?? "(no address)")
          .join(", ") || "none",
      ],
      ["Sending accounts", senders.join(", ") || "none"],
      ["Daily limit", String(campaign.daily_limit ?? "none")],
      ["Steps", String(campaign.sequences?.[0]?.steps?.length ?? 0)],
    ];
  }
}

function statusOf({ status }: Campaign): string {
  return Reflect.get(campaignStatusLabels, String(status))?.split(".")[0] ?? `status ${status}`;
}

function objection(issue: string): Error {
  return usageError(`the campaign was not activated: ${issue}. --skip-checks activates it anyway`);
}
