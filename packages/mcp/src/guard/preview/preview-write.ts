import { canonicalJson } from "../canonical-json.ts";
import { oneLine } from "../text/one-line.ts";
import { visibleText } from "../text/visible-text.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { describeCampaign, findCampaign } from "./find-campaign.ts";
import type { Preview, PreviewField } from "./preview.ts";

/**
 * Shows any other write: its arguments, and the campaign that it affects.
 *
 * @throws RefusedCallError if there is no such campaign; InstantlyError if a read fails.
 */
export async function previewWrite(call: GuardedCall): Promise<Preview> {
  const { action, input } = call;
  const id = input["campaign"] ?? input["campaign_id"];
  const campaign = typeof id === "string" ? await findCampaign(call, id) : undefined;
  const place: PreviewField[] = campaign ? [{ label: "Campaign", value: oneLine(describeCampaign(campaign)) }] : [];
  const { timestamp_updated, ...settings } = { timestamp_updated: undefined, ...campaign };
  return {
    question: `${action.title}?`,
    fields: [...place, ...Object.entries(input).flatMap(([name, value]) => argumentFields(name, value))],
    facts: campaign ? { "the campaign": settings } : {},
  };
}

function argumentFields(name: string, value: unknown): PreviewField[] {
  const label = oneLine(name);
  if (typeof value === "string") {
    const text = /<[a-z!/]/i.test(value) ? `${visibleText(value)}\n(HTML) ${value}` : value;
    return [{ label, value: text }];
  }
  if (typeof value !== "object" || value === null) return [{ label, value: String(value) }];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return [{ label, value: value.join("\n") }];
  }
  const inner = Object.entries(value).flatMap(([key, item]) => argumentFields(`${name}.${key}`, item));
  return inner.length > 60 ? [{ label, value: canonicalJson(value) }] : inner;
}
