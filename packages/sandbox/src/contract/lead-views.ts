import type { Lead } from "@modulex-instantly/types";
import type { MailSummary } from "./mail-views.ts";
import type { SendingState } from "./sending-views.ts";

/** A coded value of the API with its meaning. */
export interface LabelledValue {
  readonly value: number;
  /** In words, such as `Bounced`. */
  readonly label: string;
}

/** What can have happened to a lead at a step. */
export type StepEvent = "sent" | "opened" | "clicked" | "replied" | "auto_replied" | "bounced" | "unsubscribed";

/** The filters of `GET /_sandbox/leads`. All of them are optional. */
export interface LeadListQuery {
  readonly workspace?: string;
  /** As in `POST /api/v2/leads/list`: a part of the names or the address. */
  readonly search?: string;
  readonly campaign?: string;
  readonly list?: string;
  /** A value of `filter` in `POST /api/v2/leads/list`, such as `FILTER_VAL_BOUNCED`. */
  readonly filter?: string;
  /** A lead status, such as `-1`. */
  readonly status?: number;
  /** Needs `campaign`. Sequence and step, such as `0_1`, with or without a variant (`0_1_0`). */
  readonly step?: string;
  /** Needs `step`. Default `sent`. `waiting`: the step is the next one of the lead. */
  readonly event?: StepEvent | "waiting";
  /** 1 to 1000, default 100. */
  readonly limit?: number;
  /** `next` of the previous page. */
  readonly cursor?: string;
  /** Instead of a cursor: how many matching leads to skip. */
  readonly offset?: number;
  /** Whether to count all matching leads. Default false. */
  readonly count?: boolean;
}

/** The values that the filters of `GET /_sandbox/leads` can have, in words. */
export interface LeadFilterValues {
  /** The lead lists of all workspaces, oldest first. */
  readonly lists: readonly { readonly id: string; readonly workspace: string; readonly name: string }[];
  readonly statuses: readonly LabelledValue[];
  /** The values of `filter`. */
  readonly filters: readonly { readonly value: string; readonly label: string }[];
}

/** A lead in a list. */
export interface LeadRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly company: string;
  readonly campaign: string | null;
  readonly list: string | null;
  readonly status: LabelledValue;
  readonly interest: LabelledValue | null;
  readonly verification: LabelledValue | null;
  readonly opens: number;
  readonly clicks: number;
  readonly replies: number;
  /** The last step that was sent, such as `0_0_1`. */
  readonly lastStep: string | null;
  readonly lastContact: string | null;
  /** When the next step is due. The schedule and the limits may delay it. */
  readonly nextDue: string | null;
}

/** A page of leads. */
export interface LeadPage {
  readonly leads: readonly LeadRow[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
  /** The number of matching leads with `count=true`, otherwise null. */
  readonly total: number | null;
}

/** Something that has happened to a lead, or will. */
export interface TimelineItem {
  /** Virtual time, ISO 8601. */
  readonly at: string;
  readonly kind:
    | "created"
    | "sent"
    | "manual_reply"
    | "opened"
    | "clicked"
    | "replied"
    | "auto_replied"
    | "bounced"
    | "unsubscribed"
    | "interest"
    | "verified"
    | "completed"
    | "skipped";
  /** A sentence in English. */
  readonly text: string;
  readonly step: string | null;
  /** The id of the email; null if it does not exist yet, or if there is none. */
  readonly mail: string | null;
  readonly isPlanned: boolean;
}

/** One lead with its past and its future. */
export interface LeadDetail extends LeadRow {
  /** As the API returns it. */
  readonly lead: Lead;
  readonly workspace: string;
  readonly campaignName: string | null;
  /** The time zone of its campaign, or `UTC`. */
  readonly timezone: string;
  readonly sending: SendingState;
  /** Past events, oldest first, then planned ones. */
  readonly timeline: readonly TimelineItem[];
  /** Newest first, at most 100. */
  readonly mails: readonly MailSummary[];
}

/** The body of `POST /_sandbox/actions`: what the recipient of an email does. */
export interface RecipientActionRequest {
  /** The id of an email that was sent. Default: the latest one to `lead`. */
  readonly mail?: string;
  /** The id of a lead. Either `mail` or `lead` is required. */
  readonly lead?: string;
  readonly action: "reply" | "out-of-office" | "bounce" | "unsubscribe" | "open" | "click";
  /** The text of a reply. Default: a text that fits the interest, in `language`. */
  readonly text?: string;
  /** The subject of a reply. Default: that of the email with `Re: `. */
  readonly subject?: string;
  /** The language of a reply as a tag such as `de`. It is the `Content-Language` of the email. */
  readonly language?: string;
  /** The interest that a reply expresses: a name such as `meeting-booked`. */
  readonly interest?: string;
  /** When it happens, from now, such as `2h`. Default: at once. */
  readonly after?: string;
}

/** The result of `POST /_sandbox/actions`. */
export interface RecipientActionResult {
  /** What happened, or is planned. */
  readonly event: TimelineItem;
  readonly lead: string | null;
  /** The id of the email on which the recipient acted. */
  readonly mail: string;
}
