import type { LeadQuery } from "@modulex-instantly/types";
import type { LeadActivity, StoredLead } from "../state/stored-lead.ts";

const DAY = 86_400_000;

interface Activity {
  readonly count: (activity: LeadActivity) => number;
  readonly last: (activity: LeadActivity) => number | undefined;
}

const ACTIVITIES: Readonly<Record<Exclude<LeadQuery["actionType"], "lead-status">, Activity>> = {
  reply: { count: (activity) => activity.replies ?? 0, last: (activity) => activity.lastReply },
  "email-open": { count: (activity) => activity.opens ?? 0, last: (activity) => activity.lastOpen },
  "link-click": { count: (activity) => activity.clicks ?? 0, last: (activity) => activity.lastClick },
  "last-contacted": {
    count: (activity) => (activity.lastContact === undefined ? 0 : 1),
    last: (activity) => activity.lastContact,
  },
  "lead-status-change": {
    count: (activity) => (activity.lastInterestChange === undefined ? 0 : 1),
    last: (activity) => activity.lastInterestChange,
  },
};

/** Creates a predicate from one element of `queries`. That all of its conditions must match is an assumption. */
export function leadQuery({ actionType, values }: LeadQuery, now: number): (lead: StoredLead) => boolean {
  if (actionType === "lead-status") {
    const { status, condition } = values["lead-status"] ?? {};
    return (lead) => status === undefined || (lead.interest === status) === (condition !== "is-not");
  }
  const activityKind = ACTIVITIES[actionType];
  const days = values["occurrence-days"];
  const { condition = "more", count = 0 } = values["occurrence-count"] ?? {};
  return ({ activity = {} }) => {
    const recently =
      days === undefined || (activityKind.last(activity) ?? Number.NEGATIVE_INFINITY) >= now - days * DAY;
    const times = recently ? activityKind.count(activity) : 0;
    return condition === "more" ? times > count : condition === "less" ? times < count : times === count;
  };
}
