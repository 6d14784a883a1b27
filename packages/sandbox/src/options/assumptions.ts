/** How the sandbox behaves where the behaviour of the API is undocumented and was never observed. */
export interface Assumptions {
  /** The response to a create with a skip flag for a known address. One report has a 200 without `id`. */
  readonly skippedLead: "existing_lead" | "without_id";
  /** The response to a `limit` above 100. The document suggests a 400; one report has an empty page. */
  readonly limitAbove100: "refuse" | "empty_page";
  /** The response to a malformed cursor. A 500 was observed on another list. */
  readonly malformedCursor: "refuse" | "server_error" | "first_page";
  /** The message of the 400 for a delete with neither campaign nor list; null for that of the validator. */
  readonly deleteWithoutSelector: string | null;
  /** Whether a lead can have both a campaign and a list. */
  readonly campaignAndList: "accept" | "refuse";
  /** What happens to a second lead with the same address in a campaign, without a skip flag. */
  readonly duplicateInCampaign: "store" | "existing_lead";
  /** The response to an interest status for an address without a lead. */
  readonly interestOfUnknownLead: "not_found" | "accept";
  /** The status of an accepted interest change: 202 is documented, 200 was observed. */
  readonly interestAccepted: 202 | 200;
  /** How long the interest job takes, in milliseconds of virtual time. */
  readonly interestDelayMs: number;
  /** The delay between the activation and the first run of a campaign, in milliseconds of virtual time. */
  readonly campaignStartDelayMs: number;
  /** Whether the interest that a reply expresses is set on the lead, as by Instantly's AI. */
  readonly autoInterest: boolean;
  /** The `Retry-After` of a 429 in seconds; null for no header, as in the live API. */
  readonly retryAfterSeconds: number | null;
}

/** The default assumptions. */
export const defaultAssumptions: Assumptions = {
  skippedLead: "existing_lead",
  limitAbove100: "refuse",
  malformedCursor: "refuse",
  deleteWithoutSelector: null,
  campaignAndList: "accept",
  duplicateInCampaign: "store",
  interestOfUnknownLead: "not_found",
  interestAccepted: 202,
  interestDelayMs: 2000,
  campaignStartDelayMs: 60_000,
  autoInterest: true,
  retryAfterSeconds: null,
};

/** The allowed values of the assumptions that are enums. */
export const assumptionChoices: { readonly [Name in keyof Assumptions]?: readonly Assumptions[Name][] } = {
  skippedLead: ["existing_lead", "without_id"],
  limitAbove100: ["refuse", "empty_page"],
  malformedCursor: ["refuse", "server_error", "first_page"],
  campaignAndList: ["accept", "refuse"],
  duplicateInCampaign: ["store", "existing_lead"],
  interestOfUnknownLead: ["not_found", "accept"],
  interestAccepted: [202, 200],
};
