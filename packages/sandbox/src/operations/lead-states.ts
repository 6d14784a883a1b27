import type { ListLeadsRequest } from "@modulex-instantly/types";
import type { StoredLead } from "../state/stored-lead.ts";

type Test = (lead: StoredLead) => boolean;

const hasStatus =
  (status: number): Test =>
  (lead) =>
    lead.status === status;
const hasInterest =
  (interest: number): Test =>
  (lead) =>
    lead.interest === interest;
const isVerifiedAs =
  (result: number): Test =>
  (lead) =>
    lead.activity?.verification === result;
const opened: Test = (lead) => (lead.activity?.opens ?? 0) > 0;
const replied: Test = (lead) => (lead.activity?.replies ?? 0) > 0;
const contacted: Test = (lead) => lead.activity?.lastContact !== undefined;

/** The predicates of the values of `filter`. */
export const leadStates: Readonly<Record<NonNullable<ListLeadsRequest["filter"]>, Test>> = {
  FILTER_VAL_CONTACTED: contacted,
  FILTER_VAL_NOT_CONTACTED: (lead) => !contacted(lead),
  FILTER_VAL_COMPLETED: hasStatus(3),
  FILTER_VAL_UNSUBSCRIBED: hasStatus(-2),
  FILTER_VAL_ACTIVE: hasStatus(1),
  FILTER_VAL_BOUNCED: hasStatus(-1),
  FILTER_VAL_SKIPPED: hasStatus(-3),
  FILTER_VAL_RISKY: isVerifiedAs(-2),
  FILTER_VAL_INVALID: isVerifiedAs(-1),
  FILTER_VAL_VALID: isVerifiedAs(1),
  FILTER_VAL_IN_SUBSEQUENCE: () => false,
  FILTER_VAL_OPENED_NO_REPLY: (lead) => opened(lead) && !replied(lead),
  FILTER_VAL_COMPLETED_NO_REPLY: (lead) => lead.status === 3 && !replied(lead),
  FILTER_VAL_NO_OPENS: (lead) => !opened(lead),
  FILTER_VAL_REPLIED: replied,
  FILTER_VAL_LINK_CLICKED: (lead) => (lead.activity?.clicks ?? 0) > 0,
  FILTER_LEAD_INTERESTED: hasInterest(1),
  FILTER_LEAD_NOT_INTERESTED: hasInterest(-1),
  FILTER_LEAD_MEETING_BOOKED: hasInterest(2),
  FILTER_LEAD_MEETING_COMPLETED: hasInterest(3),
  FILTER_LEAD_CLOSED: hasInterest(4),
  FILTER_LEAD_OUT_OF_OFFICE: hasInterest(0),
  FILTER_LEAD_WRONG_PERSON: hasInterest(-2),
  FILTER_LEAD_LOST: hasInterest(-3),
  FILTER_LEAD_NO_SHOW: hasInterest(-4),
  FILTER_LEAD_CUSTOM_LABEL_POSITIVE: ({ interest }) => interest !== undefined && interest > 4,
  FILTER_LEAD_CUSTOM_LABEL_NEGATIVE: ({ interest }) => interest !== undefined && interest < -4,
};
