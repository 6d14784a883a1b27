import type { LeadQuery } from "@modulex-instantly/types";
import type { LeadCondition } from "../state/lead-selection.ts";
import type { LeadFlag } from "../state/lead-sets.ts";
import type { LeadActivity } from "../state/stored-lead.ts";
import { hasInterest } from "./lead-states.ts";

const DAY = 86_400_000;

interface Activity {
  readonly count: (activity: LeadActivity) => number;
  readonly last: (activity: LeadActivity) => number | undefined;
  /** Leads with a count above 0 have it. */
  readonly flag: LeadFlag;
}

const ACTIVITIES: Readonly<Record<Exclude<LeadQuery["actionType"], "lead-status">, Activity>> = {
  reply: { count: (activity) => activity.replies ?? 0, last: (activity) => activity.lastReply, flag: "replied" },
  "email-open": { count: (activity) => activity.opens ?? 0, last: (activity) => activity.lastOpen, flag: "opened" },
  "link-click": { count: (activity) => activity.clicks ?? 0, last: (activity) => activity.lastClick, flag: "clicked" },
  "last-contacted": {
    count: (activity) => (activity.lastContact === undefined ? 0 : 1),
    last: (activity) => activity.lastContact,
    flag: "contacted",
  },
  "lead-status-change": {
    count: (activity) => (activity.lastInterestChange === undefined ? 0 : 1),
    last: (activity) => activity.lastInterestChange,
    flag: "interest changed",
  },
};

/** Creates the condition of one element of `queries`. That all of its conditions must match is an assumption. */
export function leadQuery({ actionType, values }: LeadQuery, now: number): LeadCondition {
  if (actionType === "lead-status") return interestQuery(values["lead-status"] ?? {});
  const { count: countOf, last, flag } = ACTIVITIES[actionType];
  const days = values["occurrence-days"];
  const { condition = "more", count = 0 } = values["occurrence-count"] ?? {};
  const isMet = (times: number): boolean =>
    condition === "more" ? times > count : condition === "less" ? times < count : times === count;
  const test: LeadCondition["test"] = ({ activity = {} }) => {
    const recently = days === undefined || (last(activity) ?? Number.NEGATIVE_INFINITY) >= now - days * DAY;
    return isMet(recently ? countOf(activity) : 0);
  };
  const traits = [{ trait: "flag", value: flag }] as const;
  if (!isMet(0)) return { test, all: traits };
  const needsNone = days === undefined && (condition === "less" ? count <= 1 : condition === "equal");
  return needsNone ? { test, none: traits } : { test };
}

function interestQuery({ status: value, condition }: NonNullable<LeadQuery["values"]["lead-status"]>): LeadCondition {
  if (value === undefined) return { test: () => true };
  if (condition !== "is-not") return hasInterest(value);
  return { test: ({ interest }) => interest !== value, none: [{ trait: "interest", value }] };
}
