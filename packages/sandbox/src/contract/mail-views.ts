import type { Leftover } from "../state/leftover.ts";

/** What is wrong with an email, decided without any network. */
export interface MailWarning {
  /**
   * - `unresolved_tag`: a merge tag without a value was rendered as nothing.
   * - `unrendered_template`: a construct such as `{{name | there}}` or `{{name` was sent unchanged.
   * - `empty_subject`, `empty_body`.
   * - `no_unsubscribe_header`: a campaign email without `List-Unsubscribe`.
   * - `outside_schedule`: sent at a time that the schedule of its campaign does not allow now.
   * - `weekend`: sent on a Saturday or Sunday in the time zone of its campaign.
   * - `double_reply`: another manual reply to the same email was sent before.
   * - `duplicate`: the same subject and text were sent to the same recipient before.
   */
  readonly code:
    | "unresolved_tag"
    | "unrendered_template"
    | "empty_subject"
    | "empty_body"
    | "no_unsubscribe_header"
    | "outside_schedule"
    | "weekend"
    | "double_reply"
    | "duplicate";
  /** A sentence in English. */
  readonly text: string;
}

/** The filters of `GET /_sandbox/mails`. All of them are optional, and all given ones must match. */
export interface MailQuery {
  /** Words in the addresses, the names or the subject, regardless of case. */
  readonly search?: string;
  /** `sent`: by a campaign or as a manual reply; `received`: a reply of a recipient. */
  readonly direction?: "sent" | "received";
  readonly by?: "campaign" | "reply" | "recipient";
  readonly workspace?: string;
  readonly campaign?: string;
  /** The id of a lead. */
  readonly lead?: string;
  /** The id of a thread. */
  readonly thread?: string;
  /** Sequence, step and variant, such as `0_1_0`; or sequence and step, such as `0_1`. */
  readonly step?: string;
  /** The code of a warning, or `any`. */
  readonly warning?: MailWarning["code"] | "any";
  /** Inclusive, ISO 8601. */
  readonly since?: string;
  /** Exclusive, ISO 8601. */
  readonly until?: string;
  /** Default `desc`: newest first. */
  readonly order?: "asc" | "desc";
  /** 1 to 500, default 50. */
  readonly limit?: number;
  /** `next` of the previous page. */
  readonly cursor?: string;
  /** Whether to count all matching emails. Default false. */
  readonly count?: boolean;
}

/** An email in a list: no bodies. */
export interface MailSummary {
  readonly id: string;
  /** Virtual time, ISO 8601. */
  readonly at: string;
  /** `recipient`: a reply that was received. */
  readonly by: "campaign" | "reply" | "recipient";
  readonly workspace: string;
  readonly campaign: string | null;
  readonly campaignName: string | null;
  /** The time zone of its campaign; null without a campaign. */
  readonly timezone: string | null;
  /** Sequence, step and variant, such as `0_0_0`; null unless a campaign sent it. */
  readonly step: string | null;
  readonly thread: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The beginning of the text on one line, at most 200 characters. */
  readonly preview: string;
  /** The id of the lead; null if the lead is unknown. */
  readonly lead: string | null;
  /** First and last name of the lead, or an empty string. */
  readonly leadName: string;
  /** A received email: whether it is automatic, and the interest that it expresses. */
  readonly isAutomatic: boolean;
  readonly interest: { readonly value: number; readonly label: string } | null;
  readonly warnings: readonly MailWarning[];
}

/** A page of emails. */
export interface MailPage {
  readonly mails: readonly MailSummary[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
  /** All emails of the sandbox, without filters. */
  readonly total: number;
  /** The number of matching emails with `count=true`, otherwise null. */
  readonly matching: number | null;
}

/** One email with everything. */
export interface MailDetail extends MailSummary {
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** In the order of the source. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  /** As it was sent: hostile. Show it only through `frame`. Null for an email in plain text. */
  readonly html: string | null;
  /**
   * The path for the `src` of a frame, such as `/_sandbox/mails/ID/html`. The response has a content security policy of its
   * own: sandboxed, no scripts, no forms, no remote loads. Elements that could load or redirect are renamed.
   */
  readonly frame: string;
  /** The message in the format of RFC 5322 and MIME. */
  readonly source: string;
  readonly leftovers: readonly Leftover[];
  /** The number of emails in its thread. */
  readonly threadSize: number;
  /** Whether the recipient can act on it: false for received emails. */
  readonly canAct: boolean;
}

/** All emails of a thread, oldest first. */
export interface ThreadView {
  readonly thread: string;
  readonly subject: string;
  readonly mails: readonly MailDetail[];
}

/** What `POST /_sandbox/wait-for-email` and `waitForEmail` look for. All given fields must match. */
export interface EmailQuery {
  /** One of the recipients, regardless of case. */
  readonly to?: string;
  /** A part of the subject. A regular expression only in process. */
  readonly subject?: string | RegExp;
  /** A part of the text. A regular expression only in process. */
  readonly text?: string | RegExp;
  readonly from?: string;
  /** The id of a campaign. */
  readonly campaign?: string;
  readonly by?: "campaign" | "reply";
  /** Sequence, step and variant, such as `0_1_0`; or sequence and step, such as `0_1`. */
  readonly step?: string;
  /** Only emails sent at or after this virtual time, ISO 8601. */
  readonly since?: string;
  /** How far the virtual clock may move, such as `3d`. Default `30d`. */
  readonly within?: string;
  /** How long to wait in real time for another program, in milliseconds. Default 0. */
  readonly timeoutMs?: number;
}
