import type { MailWarning } from "../contract/mail-views.ts";
import { campaignZone, nextSendingTime } from "../engine/next-sending-time.ts";
import { localTime, weekday } from "../engine/time-zone.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { Workspace } from "../state/workspace.ts";
import type { MailIndex } from "./mail-index.ts";
import { timeText } from "./time-text.ts";

/** What is wrong with an email that was sent. Received emails have no warnings. */
export function mailWarnings(email: StoredEmail, workspace: Workspace, index: MailIndex): MailWarning[] {
  if (email.type === 2) return [];
  const warnings = contentWarnings(email);
  const add = (code: MailWarning["code"], text: string): void => void warnings.push({ code, text });
  const campaign = email.campaign === undefined ? undefined : workspace.campaigns.withId(email.campaign);
  if (email.type === 1) {
    if (!Object.keys(email.headers).some((name) => name.toLowerCase() === "list-unsubscribe")) {
      add("no_unsubscribe_header", "The email has no List-Unsubscribe header (insert_unsubscribe_header).");
    }
    if (campaign !== undefined) warnings.push(...timeWarnings(email, campaign));
  }
  if (index.isSecondReply(email)) add("double_reply", "Another reply to the same email was sent before.");
  if (index.isDuplicate(email)) add("duplicate", "The same subject and text were sent to this recipient before.");
  return warnings;
}

function contentWarnings({ subject, text = "", html = "", unresolvedTags = [], leftovers = [] }: StoredEmail) {
  const warnings: MailWarning[] = unresolvedTags.map((tag) => ({
    code: "unresolved_tag",
    text: `The lead has no value for {{${tag}}}, so nothing was sent in its place.`,
  }));
  for (const { kind, construct, where } of leftovers) {
    if (kind === "variable") continue;
    const what = kind === "length" ? "was cut off at" : "contains, as it was written,";
    warnings.push({ code: "unrendered_template", text: `The ${where} ${what} ${construct}` });
  }
  if (subject.replace(/^(?:Re:\s*)+/i, "").trim() === "") {
    warnings.push({ code: "empty_subject", text: "The subject is empty." });
  }
  if (text.trim() === "" && !/<img\b/i.test(html)) {
    warnings.push({ code: "empty_body", text: "The email has no text." });
  }
  return warnings;
}

function timeWarnings({ created }: StoredEmail, { settings }: StoredCampaign): MailWarning[] {
  const zone = campaignZone(settings.campaign_schedule);
  // The engine decides at a time, and the email is created one millisecond later.
  const decided = created - 1;
  const sentAt = `It was sent at ${timeText(created, zone)}`;
  const warnings: MailWarning[] = [];
  if (nextSendingTime(settings.campaign_schedule, decided) !== decided) {
    warnings.push({ code: "outside_schedule", text: `${sentAt}, which the schedule of the campaign does not allow.` });
  }
  const day = weekday(localTime(zone, created).day);
  if (day === 0 || day === 6) warnings.push({ code: "weekend", text: `${sentAt}, at the weekend.` });
  return warnings;
}
