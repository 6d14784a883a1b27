// Derived from spec/. Do not edit by hand: change the spec, then run `pnpm generate`.

/** How interested the lead is. */
export const InterestStatus: {
  /** No show */
  readonly NoShow: -4;
  /** Lost */
  readonly Lost: -3;
  /** Wrong person */
  readonly WrongPerson: -2;
  /** Not interested */
  readonly NotInterested: -1;
  /** Out of office */
  readonly OutOfOffice: 0;
  /** Interested */
  readonly Interested: 1;
  /** Meeting booked */
  readonly MeetingBooked: 2;
  /** Meeting completed */
  readonly MeetingCompleted: 3;
  /** Won */
  readonly Won: 4;
} = { NoShow: -4, Lost: -3, WrongPerson: -2, NotInterested: -1, OutOfOffice: 0, Interested: 1, MeetingBooked: 2, MeetingCompleted: 3, Won: 4 };
/** A value of `InterestStatus`. */
export type InterestStatus = (typeof InterestStatus)[keyof typeof InterestStatus];
/** The values of `InterestStatus` in words. */
export const interestStatusLabels: { readonly [Value in InterestStatus]: string } & { readonly [code: number]: string } = {
  [-4]: "No show",
  [-3]: "Lost",
  [-2]: "Wrong person",
  [-1]: "Not interested",
  [0]: "Out of office",
  [1]: "Interested",
  [2]: "Meeting booked",
  [3]: "Meeting completed",
  [4]: "Won",
};

/** Where the lead stands in its campaign. */
export const LeadStatus: {
  /** Skipped */
  readonly Skipped: -3;
  /** Unsubscribed */
  readonly Unsubscribed: -2;
  /** Bounced */
  readonly Bounced: -1;
  /** In a list only */
  readonly InAListOnly: 0;
  /** Active */
  readonly Active: 1;
  /** Paused */
  readonly Paused: 2;
  /** Completed */
  readonly Completed: 3;
} = { Skipped: -3, Unsubscribed: -2, Bounced: -1, InAListOnly: 0, Active: 1, Paused: 2, Completed: 3 };
/** A value of `LeadStatus`. */
export type LeadStatus = (typeof LeadStatus)[keyof typeof LeadStatus];
/** The values of `LeadStatus` in words. */
export const leadStatusLabels: { readonly [Value in LeadStatus]: string } & { readonly [code: number]: string } = {
  [-3]: "Skipped",
  [-2]: "Unsubscribed",
  [-1]: "Bounced",
  [0]: "In a list only",
  [1]: "Active",
  [2]: "Paused",
  [3]: "Completed",
};

/** The state to filter by. */
export const LeadFilter: {
  /** At least one email was sent */
  readonly Contacted: "FILTER_VAL_CONTACTED";
  /** No email was sent yet */
  readonly NotContacted: "FILTER_VAL_NOT_CONTACTED";
  /** Completed the sequence */
  readonly Completed: "FILTER_VAL_COMPLETED";
  /** Has unsubscribed */
  readonly Unsubscribed: "FILTER_VAL_UNSUBSCRIBED";
  /** In the middle of the sequence, or about to start it */
  readonly Active: "FILTER_VAL_ACTIVE";
  /** Marked as interested */
  readonly Interested: "FILTER_LEAD_INTERESTED";
  /** Marked as not interested */
  readonly NotInterested: "FILTER_LEAD_NOT_INTERESTED";
  /** Marked as having booked a meeting */
  readonly MeetingBooked: "FILTER_LEAD_MEETING_BOOKED";
  /** Marked as having had the meeting */
  readonly MeetingCompleted: "FILTER_LEAD_MEETING_COMPLETED";
  /** Marked as won, that is, the deal is closed */
  readonly Closed: "FILTER_LEAD_CLOSED";
  /** Marked as out of office */
  readonly OutOfOffice: "FILTER_LEAD_OUT_OF_OFFICE";
  /** Marked as the wrong person to ask */
  readonly WrongPerson: "FILTER_LEAD_WRONG_PERSON";
  /** Marked as lost */
  readonly Lost: "FILTER_LEAD_LOST";
  /** Marked as not having come to the meeting */
  readonly NoShow: "FILTER_LEAD_NO_SHOW";
  /** Marked with any custom label that counts as positive */
  readonly CustomLabelPositive: "FILTER_LEAD_CUSTOM_LABEL_POSITIVE";
  /** Marked with any custom label that counts as negative */
  readonly CustomLabelNegative: "FILTER_LEAD_CUSTOM_LABEL_NEGATIVE";
  /** An email to the address bounced */
  readonly Bounced: "FILTER_VAL_BOUNCED";
  /** Skipped by the campaign */
  readonly Skipped: "FILTER_VAL_SKIPPED";
  /** Verification found the address risky */
  readonly Risky: "FILTER_VAL_RISKY";
  /** Verification found the address invalid */
  readonly Invalid: "FILTER_VAL_INVALID";
  /** Verification found the address valid */
  readonly Valid: "FILTER_VAL_VALID";
  /** Moved into a subsequence */
  readonly InSubsequence: "FILTER_VAL_IN_SUBSEQUENCE";
  /** Opened an email but never replied */
  readonly OpenedNoReply: "FILTER_VAL_OPENED_NO_REPLY";
  /** Completed the sequence and never replied */
  readonly CompletedNoReply: "FILTER_VAL_COMPLETED_NO_REPLY";
  /** Never opened an email */
  readonly NoOpens: "FILTER_VAL_NO_OPENS";
  /** Has replied */
  readonly Replied: "FILTER_VAL_REPLIED";
  /** Clicked a link in an email */
  readonly LinkClicked: "FILTER_VAL_LINK_CLICKED";
} = { Contacted: "FILTER_VAL_CONTACTED", NotContacted: "FILTER_VAL_NOT_CONTACTED", Completed: "FILTER_VAL_COMPLETED", Unsubscribed: "FILTER_VAL_UNSUBSCRIBED", Active: "FILTER_VAL_ACTIVE", Interested: "FILTER_LEAD_INTERESTED", NotInterested: "FILTER_LEAD_NOT_INTERESTED", MeetingBooked: "FILTER_LEAD_MEETING_BOOKED", MeetingCompleted: "FILTER_LEAD_MEETING_COMPLETED", Closed: "FILTER_LEAD_CLOSED", OutOfOffice: "FILTER_LEAD_OUT_OF_OFFICE", WrongPerson: "FILTER_LEAD_WRONG_PERSON", Lost: "FILTER_LEAD_LOST", NoShow: "FILTER_LEAD_NO_SHOW", CustomLabelPositive: "FILTER_LEAD_CUSTOM_LABEL_POSITIVE", CustomLabelNegative: "FILTER_LEAD_CUSTOM_LABEL_NEGATIVE", Bounced: "FILTER_VAL_BOUNCED", Skipped: "FILTER_VAL_SKIPPED", Risky: "FILTER_VAL_RISKY", Invalid: "FILTER_VAL_INVALID", Valid: "FILTER_VAL_VALID", InSubsequence: "FILTER_VAL_IN_SUBSEQUENCE", OpenedNoReply: "FILTER_VAL_OPENED_NO_REPLY", CompletedNoReply: "FILTER_VAL_COMPLETED_NO_REPLY", NoOpens: "FILTER_VAL_NO_OPENS", Replied: "FILTER_VAL_REPLIED", LinkClicked: "FILTER_VAL_LINK_CLICKED" };
/** A value of `LeadFilter`. */
export type LeadFilter = (typeof LeadFilter)[keyof typeof LeadFilter];
/** The values of `LeadFilter` in words. */
export const leadFilterLabels: { readonly [Value in LeadFilter]: string } = {
  "FILTER_VAL_CONTACTED": "At least one email was sent",
  "FILTER_VAL_NOT_CONTACTED": "No email was sent yet",
  "FILTER_VAL_COMPLETED": "Completed the sequence",
  "FILTER_VAL_UNSUBSCRIBED": "Has unsubscribed",
  "FILTER_VAL_ACTIVE": "In the middle of the sequence, or about to start it",
  "FILTER_LEAD_INTERESTED": "Marked as interested",
  "FILTER_LEAD_NOT_INTERESTED": "Marked as not interested",
  "FILTER_LEAD_MEETING_BOOKED": "Marked as having booked a meeting",
  "FILTER_LEAD_MEETING_COMPLETED": "Marked as having had the meeting",
  "FILTER_LEAD_CLOSED": "Marked as won, that is, the deal is closed",
  "FILTER_LEAD_OUT_OF_OFFICE": "Marked as out of office",
  "FILTER_LEAD_WRONG_PERSON": "Marked as the wrong person to ask",
  "FILTER_LEAD_LOST": "Marked as lost",
  "FILTER_LEAD_NO_SHOW": "Marked as not having come to the meeting",
  "FILTER_LEAD_CUSTOM_LABEL_POSITIVE": "Marked with any custom label that counts as positive",
  "FILTER_LEAD_CUSTOM_LABEL_NEGATIVE": "Marked with any custom label that counts as negative",
  "FILTER_VAL_BOUNCED": "An email to the address bounced",
  "FILTER_VAL_SKIPPED": "Skipped by the campaign",
  "FILTER_VAL_RISKY": "Verification found the address risky",
  "FILTER_VAL_INVALID": "Verification found the address invalid",
  "FILTER_VAL_VALID": "Verification found the address valid",
  "FILTER_VAL_IN_SUBSEQUENCE": "Moved into a subsequence",
  "FILTER_VAL_OPENED_NO_REPLY": "Opened an email but never replied",
  "FILTER_VAL_COMPLETED_NO_REPLY": "Completed the sequence and never replied",
  "FILTER_VAL_NO_OPENS": "Never opened an email",
  "FILTER_VAL_REPLIED": "Has replied",
  "FILTER_VAL_LINK_CLICKED": "Clicked a link in an email",
};

/** The state a campaign is in. */
export const CampaignStatus: {
  /** Account suspended. The workspace may not send. */
  readonly AccountSuspended: -99;
  /** Bounce protect. Stopped because too many emails bounced. */
  readonly BounceProtect: -2;
  /** Accounts unhealthy. No sending account works, or none is set. */
  readonly AccountsUnhealthy: -1;
  /** Draft. Never started. */
  readonly Draft: 0;
  /** Active. */
  readonly Active: 1;
  /** Paused. */
  readonly Paused: 2;
  /** Completed. Every lead is done. */
  readonly Completed: 3;
  /** Running subsequences. The campaign itself is done, its subsequences still send. */
  readonly RunningSubsequences: 4;
} = { AccountSuspended: -99, BounceProtect: -2, AccountsUnhealthy: -1, Draft: 0, Active: 1, Paused: 2, Completed: 3, RunningSubsequences: 4 };
/** A value of `CampaignStatus`. */
export type CampaignStatus = (typeof CampaignStatus)[keyof typeof CampaignStatus];
/** The values of `CampaignStatus` in words. */
export const campaignStatusLabels: { readonly [Value in CampaignStatus]: string } & { readonly [code: number]: string } = {
  [-99]: "Account suspended. The workspace may not send.",
  [-2]: "Bounce protect. Stopped because too many emails bounced.",
  [-1]: "Accounts unhealthy. No sending account works, or none is set.",
  [0]: "Draft. Never started.",
  [1]: "Active.",
  [2]: "Paused.",
  [3]: "Completed. Every lead is done.",
  [4]: "Running subsequences. The campaign itself is done, its subsequences still send.",
};

/** The kind of email. */
export const EmailKind: {
  /** Sent by a campaign */
  readonly SentByACampaign: 1;
  /** Received */
  readonly Received: 2;
  /** Sent by hand, which a reply through the API counts as */
  readonly SentByHand: 3;
  /** Scheduled */
  readonly Scheduled: 4;
} = { SentByACampaign: 1, Received: 2, SentByHand: 3, Scheduled: 4 };
/** A value of `EmailKind`. */
export type EmailKind = (typeof EmailKind)[keyof typeof EmailKind];
/** The values of `EmailKind` in words. */
export const emailKindLabels: { readonly [Value in EmailKind]: string } & { readonly [code: number]: string } = {
  [1]: "Sent by a campaign",
  [2]: "Received",
  [3]: "Sent by hand, which a reply through the API counts as",
  [4]: "Scheduled",
};
