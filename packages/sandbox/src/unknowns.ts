/** What nobody has seen the API do, each as an option. */
export interface Unknowns {
  /** What a create with a skip flag answers for a known address; one witness saw a 200 without `id`. */
  readonly skippedLead: "existing_lead" | "without_id";
  /** What `limit` above 100 does; the document suggests a 400, one witness saw an empty page. */
  readonly limitAbove100: "refuse" | "empty_page";
  /** What a cursor in no known form does; a 500 was seen on another list. */
  readonly malformedCursor: "refuse" | "server_error" | "first_page";
  /** The text of the 400 for a delete with neither campaign nor list; null for the validator's own. */
  readonly deleteWithoutSelector: string | null;
  /** Whether a lead may name a campaign and a list at once. */
  readonly campaignAndList: "accept" | "refuse";
  /** What a second lead with the same address does in a campaign, when no skip flag is set. */
  readonly duplicateInCampaign: "store" | "existing_lead";
  /** What a new interest status for an address without a lead does. */
  readonly interestOfUnknownLead: "not_found" | "accept";
  /** The status of an accepted interest change: 202 is documented, 200 was recorded. */
  readonly interestAccepted: 202 | 200;
  /** How long the interest job takes, in milliseconds of virtual time. */
  readonly interestDelayMs: number;
  /** How long after activation a campaign first looks for work, in milliseconds of virtual time. */
  readonly firstLookMs: number;
  /** Whether the interest a reply shows is put on the lead, as Instantly's AI would. */
  readonly autoInterest: boolean;
  /** The `Retry-After` of a 429, in seconds; null for none, as live. */
  readonly retryAfterSeconds: number | null;
}

/** The choices made where nothing is known. */
export const defaultUnknowns: Unknowns = {
  skippedLead: "existing_lead",
  limitAbove100: "refuse",
  malformedCursor: "refuse",
  deleteWithoutSelector: null,
  campaignAndList: "accept",
  duplicateInCampaign: "store",
  interestOfUnknownLead: "not_found",
  interestAccepted: 202,
  interestDelayMs: 2000,
  firstLookMs: 60_000,
  autoInterest: true,
  retryAfterSeconds: null,
};

/** The values that each choice allows. */
export const unknownChoices: { readonly [Name in keyof Unknowns]?: readonly Unknowns[Name][] } = {
  skippedLead: ["existing_lead", "without_id"],
  limitAbove100: ["refuse", "empty_page"],
  malformedCursor: ["refuse", "server_error", "first_page"],
  campaignAndList: ["accept", "refuse"],
  duplicateInCampaign: ["store", "existing_lead"],
  interestOfUnknownLead: ["not_found", "accept"],
  interestAccepted: [202, 200],
};
