/** Why a campaign or a lead is sent nothing at this moment. */
export type BlockCode =
  /** Nothing blocks: it is sent as soon as the clock moves. */
  | "ready"
  /** A campaign that was never activated. */
  | "draft"
  | "paused"
  | "campaign_completed"
  /** The campaign has no sending account. */
  | "no_sender"
  /** The campaign was activated and has not started yet. */
  | "starting"
  /** Outside the windows of the schedule. */
  | "outside_schedule"
  /** The schedule allows no time any more: it has ended, or no window can open. */
  | "schedule_ended"
  /** The gap between two emails of a campaign. */
  | "email_gap"
  /** `daily_limit` is reached. */
  | "daily_limit"
  /** `daily_max_leads` is reached: no new leads today. */
  | "daily_max_leads"
  /** The delay before the next step has not passed. */
  | "step_delay"
  /** Other leads are before it. */
  | "queued"
  /** The campaign has no lead to send to. */
  | "no_leads"
  /** The lead is in no campaign. */
  | "not_in_campaign"
  /** All steps were sent, or no step has an enabled variant. */
  | "no_step_left"
  | "bounced"
  | "unsubscribed"
  | "replied"
  /** A colleague at the same company replied (`stop_for_company`). */
  | "company_replied"
  /** An interest status ended the sequence. */
  | "interest_set"
  | "verified_invalid"
  | "verified_risky"
  | "verified_catch_all"
  /** The lead has no valid email address. */
  | "no_address"
  /** Something else has stopped the lead. */
  | "stopped"
  /** The campaign status is an error, such as unhealthy accounts. */
  | "campaign_error";

/** Why nothing is being sent, and when the next email goes. */
export interface SendingState {
  readonly code: BlockCode;
  /** A sentence in English. Times are in the time zone of the campaign. */
  readonly text: string;
  /** `text` with `{until}` in place of the time, to show it in another time zone. */
  readonly template: string;
  /** When this reason ends, ISO 8601; null if only a change can end it. Another reason may follow. */
  readonly until: string | null;
  /** The next campaign email, as the engine will send it if nobody interferes; null if there is none. */
  readonly next: PlannedSend | null;
  /** False if the forecast stopped before it found `next`: at its limit of events, or because the request took too long. */
  readonly isForecastComplete: boolean;
}

/** A campaign email that the engine will send if nobody interferes. */
export interface PlannedSend {
  /** Virtual time, ISO 8601: exactly the `at` of the email. */
  readonly at: string;
  readonly campaign: string;
  readonly lead: string;
  readonly to: string;
  /** Sequence, step and variant, such as `0_1_0`. */
  readonly step: string;
  readonly subject: string;
}
