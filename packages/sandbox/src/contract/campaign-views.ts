import type { CampaignSchedule } from "@modulex-instantly/types";
import type { LabelledValue, StepEvent } from "./lead-views.ts";
import type { SendingState } from "./sending-views.ts";

/** A campaign in a list. */
export interface CampaignRow {
  readonly id: string;
  readonly workspace: string;
  readonly name: string;
  readonly status: LabelledValue;
  readonly leads: number;
  readonly sent: number;
  /** The time zone of its daily limits. */
  readonly timezone: string;
  /** Without `next`: the details have it. */
  readonly sending: Pick<SendingState, "code" | "text" | "template" | "until">;
}

/** The campaigns of all workspaces, oldest first. */
export interface CampaignList {
  readonly campaigns: readonly CampaignRow[];
}

/** The counts of a variant: emails for `sent`, leads for all others. */
export type StepCounts = Readonly<Record<StepEvent, number>>;

/** A variant of a step. */
export interface VariantView {
  /** Sequence, step and variant, such as `0_0_1`. It is `step` in the filters of leads and mails. */
  readonly step: string;
  readonly subject: string;
  readonly isEnabled: boolean;
  readonly counts: StepCounts;
}

/** A step of a campaign. */
export interface StepView {
  /** Sequence and step, such as `0_0`. */
  readonly step: string;
  /** The delay before the next step, such as `2 days`. */
  readonly delay: string;
  /** Active leads for which this is the next step. */
  readonly waiting: number;
  readonly variants: readonly VariantView[];
}

/** The emails of a day in the time zone of the campaign. */
export interface DayCount {
  /** YYYY-MM-DD */
  readonly day: string;
  /** The start of the day, ISO 8601. */
  readonly at: string;
  readonly sent: number;
  /** Replies of recipients, automatic ones included. */
  readonly received: number;
  readonly plannedSent: number;
  readonly plannedReceived: number;
}

/** One campaign: progress, schedule, and emails per day. */
export interface CampaignDetail extends CampaignRow {
  readonly schedule: CampaignSchedule;
  readonly senders: readonly string[];
  readonly dailyLimit: number | null;
  readonly dailyMaxLeads: number | null;
  /** Minutes. */
  readonly emailGap: number;
  /** Whether opens and clicks are tracked. */
  readonly openTracking: boolean;
  readonly linkTracking: boolean;
  readonly sending: SendingState;
  readonly steps: readonly StepView[];
  /** The number of leads by status; the filter is `status`. */
  readonly leadsByStatus: readonly (LabelledValue & { readonly leads: number })[];
  /** Days with emails, in order. Days in between without emails are left out. */
  readonly days: readonly DayCount[];
  /** Until when the planned numbers are known, ISO 8601; null: until nothing is planned any more. */
  readonly plannedUntil: string | null;
}
