import type { Lead } from "@modulex-instantly/types";
import type { LeadActivity, StepPosition, StoredLead } from "../state/stored-lead.ts";
import { domainOf } from "../state/stored-lead.ts";
import { timestamp } from "../state/virtual-clock.ts";
import { espCode } from "./esp-code.ts";
import type { Mode } from "./mode.ts";
import { applyMode } from "./mode.ts";

/** The workspace, the virtual time and the mode of a response. */
export interface SerializeLeadOptions {
  readonly organization: string;
  readonly now: number;
  readonly mode: Mode;
}

/** Serializes a lead. */
export function serializeLead(lead: StoredLead, { organization, now, mode }: SerializeLeadOptions): Lead {
  const { activity } = lead;
  const code = espCode(lead, now);
  const unset =
    mode === "live" ? { first_name: "", last_name: "", company_name: "", website: "", personalization: "" } : {};
  const { id, created, updated, status, campaign, list_id, custom: _, interest, activity: __, ...profile } = lead;
  return applyMode<Lead>(mode, "Lead", {
    id,
    timestamp_created: timestamp(created),
    timestamp_updated: timestamp(updated),
    organization,
    ...(campaign === undefined ? {} : { campaign }),
    ...(list_id === undefined ? {} : { list_id }),
    status: mode === "document" && status === 0 ? 1 : status,
    ...unset,
    ...profile,
    company_domain: domainOf(lead.email),
    payload: payloadOf(lead, mode),
    ...(interest === undefined ? {} : { lt_interest_status: interest }),
    upload_method: "api",
    ...(activity?.verification === undefined
      ? {}
      : { verification_status: activity.verification as NonNullable<Lead["verification_status"]> }),
    ...(code === undefined ? {} : { esp_code: code }),
    email_open_count: activity?.opens ?? 0,
    email_reply_count: activity?.replies ?? 0,
    email_click_count: activity?.clicks ?? 0,
    status_summary: activity === undefined ? {} : summaryOf(activity),
    ...(activity === undefined ? {} : activityFields(activity)),
  });
}

/** The variables of a lead: its fields by merge tag name, its address, and its custom variables. */
function payloadOf(lead: StoredLead, mode: Mode): NonNullable<Lead["payload"]> {
  const blank = mode === "live" ? "" : undefined;
  const payload: Record<string, unknown> = {
    email: lead.email,
    firstName: lead.first_name ?? blank,
    lastName: lead.last_name ?? blank,
    companyName: lead.company_name ?? blank,
    jobTitle: lead.job_title,
    phone: lead.phone,
    website: lead.website ?? blank,
    personalization: lead.personalization ?? blank,
    campaign: lead.campaign,
    ...lead.custom,
  };
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined)) as NonNullable<
    Lead["payload"]
  >;
}

function summaryOf({ lastStep, domainComplete }: LeadActivity): Lead["status_summary"] {
  return {
    ...(lastStep === undefined
      ? {}
      : {
          lastStep: {
            from: lastStep.from,
            stepID: `0_${lastStep.step}_${lastStep.variant}`,
            timestamp_executed: timestamp(lastStep.at),
          },
        }),
    ...(domainComplete === true ? { domain_complete: true } : {}),
  };
}

function activityFields(activity: LeadActivity): Partial<Lead> {
  return {
    ...positionFields("opened", activity.openedStep),
    ...positionFields("replied", activity.repliedStep),
    ...positionFields("clicked", activity.clickedStep),
    ...timeFields("timestamp_last_contact", activity.lastContact),
    ...timeFields("timestamp_last_open", activity.lastOpen),
    ...timeFields("timestamp_last_reply", activity.lastReply),
    ...timeFields("timestamp_last_interest_change", activity.lastInterestChange),
    ...timeFields("timestamp_last_click", activity.lastClick),
    ...timeFields("timestamp_last_touch", activity.lastTouch),
  };
}

function positionFields(
  activityKind: "opened" | "replied" | "clicked",
  place: StepPosition | undefined,
): Partial<Lead> {
  return place === undefined
    ? {}
    : { [`email_${activityKind}_step`]: place.step, [`email_${activityKind}_variant`]: place.variant };
}

function timeFields(field: keyof Lead & `timestamp_${string}`, time: number | undefined): Partial<Lead> {
  return time === undefined ? {} : { [field]: timestamp(time) };
}
