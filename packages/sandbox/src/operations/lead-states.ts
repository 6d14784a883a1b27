import type { ListLeadsRequest } from "@modulex-instantly/types";
import type { LeadCondition } from "../state/lead-selection.ts";
import type { LeadFlag, LeadTrait } from "../state/lead-sets.ts";
import type { StoredLead } from "../state/stored-lead.ts";

/** The leads with a status. */
export const hasStatus = (value: StoredLead["status"]): LeadCondition => ({
  test: ({ status }) => status === value,
  all: [{ trait: "status", value }],
  isExact: true,
});
/** The leads with an interest status. */
export const hasInterest = (value: number): LeadCondition => ({
  test: ({ interest }) => interest === value,
  all: [{ trait: "interest", value }],
  isExact: true,
});
const isVerifiedAs = (value: number): LeadCondition => ({
  test: ({ activity }) => activity?.verification === value,
  all: [{ trait: "verification", value }],
  isExact: true,
});
const flag = (value: LeadFlag): readonly [LeadTrait] => [{ trait: "flag", value }];
const opened = ({ activity }: StoredLead): boolean => (activity?.opens ?? 0) > 0;
const replied = ({ activity }: StoredLead): boolean => (activity?.replies ?? 0) > 0;
const contacted = ({ activity }: StoredLead): boolean => activity?.lastContact !== undefined;

/** The conditions of the values of `filter`. */
export const leadStates: Readonly<Record<NonNullable<ListLeadsRequest["filter"]>, LeadCondition>> = {
  FILTER_VAL_CONTACTED: { test: contacted, all: flag("contacted"), isExact: true },
  FILTER_VAL_NOT_CONTACTED: { test: (lead) => !contacted(lead), none: flag("contacted"), isExact: true },
  FILTER_VAL_COMPLETED: hasStatus(3),
  FILTER_VAL_UNSUBSCRIBED: hasStatus(-2),
  FILTER_VAL_ACTIVE: hasStatus(1),
  FILTER_VAL_BOUNCED: hasStatus(-1),
  FILTER_VAL_SKIPPED: hasStatus(-3),
  FILTER_VAL_RISKY: isVerifiedAs(-2),
  FILTER_VAL_INVALID: isVerifiedAs(-1),
  FILTER_VAL_VALID: isVerifiedAs(1),
  FILTER_VAL_IN_SUBSEQUENCE: { test: () => false, isNever: true },
  FILTER_VAL_OPENED_NO_REPLY: {
    test: (lead) => opened(lead) && !replied(lead),
    all: flag("opened"),
    none: flag("replied"),
    isExact: true,
  },
  FILTER_VAL_COMPLETED_NO_REPLY: {
    test: (lead) => lead.status === 3 && !replied(lead),
    all: [{ trait: "status", value: 3 }],
    none: flag("replied"),
    isExact: true,
  },
  FILTER_VAL_NO_OPENS: { test: (lead) => !opened(lead), none: flag("opened"), isExact: true },
  FILTER_VAL_REPLIED: { test: replied, all: flag("replied"), isExact: true },
  FILTER_VAL_LINK_CLICKED: { test: ({ activity }) => (activity?.clicks ?? 0) > 0, all: flag("clicked"), isExact: true },
  FILTER_LEAD_INTERESTED: hasInterest(1),
  FILTER_LEAD_NOT_INTERESTED: hasInterest(-1),
  FILTER_LEAD_MEETING_BOOKED: hasInterest(2),
  FILTER_LEAD_MEETING_COMPLETED: hasInterest(3),
  FILTER_LEAD_CLOSED: hasInterest(4),
  FILTER_LEAD_OUT_OF_OFFICE: hasInterest(0),
  FILTER_LEAD_WRONG_PERSON: hasInterest(-2),
  FILTER_LEAD_LOST: hasInterest(-3),
  FILTER_LEAD_NO_SHOW: hasInterest(-4),
  FILTER_LEAD_CUSTOM_LABEL_POSITIVE: {
    test: ({ interest }) => interest !== undefined && interest > 4,
    all: flag("interest above 4"),
    isExact: true,
  },
  FILTER_LEAD_CUSTOM_LABEL_NEGATIVE: {
    test: ({ interest }) => interest !== undefined && interest < -4,
    all: flag("interest below -4"),
    isExact: true,
  },
};
