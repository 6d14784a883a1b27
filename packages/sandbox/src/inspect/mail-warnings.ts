import type { CampaignSchedule } from "@modulex-instantly/types";
import type { MailWarning } from "../contract/mail-views.ts";
import { campaignZone, isSendingTime } from "../engine/next-sending-time.ts";
import { localTime, weekday } from "../engine/time-zone.ts";
import type { Leftover } from "../state/leftover.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { Workspace } from "../state/workspace.ts";
import type { MailIndex } from "./mail-index.ts";
import { timeText } from "./time-text.ts";

const MINUTE = 60_000;
const MAX_MINUTES = 200_000;

/** What is wrong with an email that was sent. Received emails have no warnings. */
export function mailWarnings(email: StoredEmail, workspace: Workspace, index: MailIndex): MailWarning[] {
  if (email.type === 2) return [];
  const warnings = contentWarnings(email);
  const add = (code: MailWarning["code"], text: string): void => void warnings.push({ code, text });
  const campaign = email.campaign === undefined ? undefined : workspace.campaigns.withId(email.campaign);
  if (email.type === 1) {
    if (!hasUnsubscribeHeader(email)) {
      add("no_unsubscribe_header", "The email has no List-Unsubscribe header (insert_unsubscribe_header).");
    }
    if (campaign !== undefined) warnings.push(...timeWarnings(email, campaign));
  }
  if (index.isSecondReply(email)) add("double_reply", "Another reply to the same email was sent before.");
  if (index.isDuplicate(email)) add("duplicate", "The same subject and text were sent to this recipient before.");
  return warnings;
}

/** The results for the minutes at which emails were sent, because windows and days begin at whole minutes. */
const knownMinutes = {
  outside_schedule: new WeakMap<CampaignSchedule, Map<number, boolean>>(),
  weekend: new WeakMap<CampaignSchedule, Map<number, boolean>>(),
};

/** Whether a campaign email has a warning about its time. A schedule is replaced, never modified. */
function hasTimeWarning(
  code: keyof typeof knownMinutes,
  { type, created, campaign }: StoredEmail,
  { campaigns }: Workspace,
): boolean {
  if (type !== 1 || campaign === undefined) return false;
  const schedule = campaigns.withId(campaign)?.settings.campaign_schedule;
  if (schedule === undefined) return false;
  let minutes = knownMinutes[code].get(schedule);
  if (minutes === undefined || minutes.size > MAX_MINUTES) {
    minutes = new Map();
    knownMinutes[code].set(schedule, minutes);
  }
  const minute = Math.floor((code === "weekend" ? created : decidedAt(created)) / MINUTE);
  let isWrong = minutes.get(minute);
  if (isWrong === undefined) {
    isWrong = code === "weekend" ? isWeekend(schedule, created) : isOutside(schedule, created);
    minutes.set(minute, isWrong);
  }
  return isWrong;
}

type WarningTest = (email: StoredEmail, workspace: Workspace, index: MailIndex) => boolean;

/** Whether an email that was sent has a warning, by code. No text is made. */
const WARNING_TESTS: Readonly<Record<MailWarning["code"], WarningTest>> = {
  unresolved_tag: ({ unresolvedTags = [] }) => unresolvedTags.length > 0,
  unrendered_template: ({ leftovers = [] }) => leftovers.some(isUnrendered),
  no_unsubscribe_header: (email) => email.type === 1 && !hasUnsubscribeHeader(email),
  empty_subject: hasEmptySubject,
  empty_body: hasEmptyBody,
  double_reply: (email, _, index) => index.isSecondReply(email),
  duplicate: (email, _, index) => index.isDuplicate(email),
  weekend: (email, workspace) => hasTimeWarning("weekend", email, workspace),
  outside_schedule: (email, workspace) => hasTimeWarning("outside_schedule", email, workspace),
};

/** Whether an email has a warning, or any. */
export function hasWarning(code: MailWarning["code"] | "any"): WarningTest {
  const tests = code === "any" ? Object.values(WARNING_TESTS) : [WARNING_TESTS[code]];
  return (email, workspace, index) => email.type !== 2 && tests.some((test) => test(email, workspace, index));
}

function hasUnsubscribeHeader({ headers }: StoredEmail): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === "list-unsubscribe");
}

function isUnrendered({ kind }: Leftover): boolean {
  return kind !== "variable";
}

function hasEmptySubject({ subject }: StoredEmail): boolean {
  return subject.replace(/^(?:Re:\s*)+/i, "").trim() === "";
}

function hasEmptyBody({ text = "", html = "" }: StoredEmail): boolean {
  return text.trim() === "" && !/<img\b/i.test(html);
}

function contentWarnings(email: StoredEmail): MailWarning[] {
  const { unresolvedTags = [], leftovers = [] } = email;
  const warnings: MailWarning[] = unresolvedTags.map((tag) => ({
    code: "unresolved_tag",
    text: `The lead has no value for {{${tag}}}, so nothing was sent in its place.`,
  }));
  for (const { kind, construct, where } of leftovers.filter(isUnrendered)) {
    const what = kind === "length" ? "was cut off at" : "contains, as it was written,";
    warnings.push({ code: "unrendered_template", text: `The ${where} ${what} ${construct}` });
  }
  if (hasEmptySubject(email)) warnings.push({ code: "empty_subject", text: "The subject is empty." });
  if (hasEmptyBody(email)) warnings.push({ code: "empty_body", text: "The email has no text." });
  return warnings;
}

function timeWarnings({ created }: StoredEmail, { settings }: StoredCampaign): MailWarning[] {
  const schedule = settings.campaign_schedule;
  const warnings: MailWarning[] = [];
  const sentAt = (): string => `It was sent at ${timeText(created, campaignZone(schedule))}`;
  if (isOutside(schedule, created)) {
    const text = `${sentAt()}, which the schedule of the campaign does not allow.`;
    warnings.push({ code: "outside_schedule", text });
  }
  if (isWeekend(schedule, created)) warnings.push({ code: "weekend", text: `${sentAt()}, at the weekend.` });
  return warnings;
}

/** The engine decides at a time, and the email is created one millisecond later. */
function decidedAt(created: number): number {
  return created - 1;
}

function isOutside(schedule: CampaignSchedule, created: number): boolean {
  return !isSendingTime(schedule, decidedAt(created));
}

function isWeekend(schedule: CampaignSchedule, created: number): boolean {
  const day = weekday(localTime(campaignZone(schedule), created).day);
  return day === 0 || day === 6;
}
