import type { ListLeadsRequest } from "@modulex-instantly/types";
import type { LeadFilterValues } from "../contract/lead-views.ts";
import type { Inspector } from "./inspector.ts";
import { allLabelled } from "./labels.ts";

const FILTERS: Readonly<Record<NonNullable<ListLeadsRequest["filter"]>, string>> = {
  FILTER_VAL_CONTACTED: "Contacted",
  FILTER_VAL_NOT_CONTACTED: "Not contacted yet",
  FILTER_VAL_ACTIVE: "Active in a sequence",
  FILTER_VAL_COMPLETED: "Completed the sequence",
  FILTER_VAL_COMPLETED_NO_REPLY: "Completed without a reply",
  FILTER_VAL_REPLIED: "Replied",
  FILTER_VAL_OPENED_NO_REPLY: "Opened without a reply",
  FILTER_VAL_NO_OPENS: "Never opened",
  FILTER_VAL_LINK_CLICKED: "Clicked a link",
  FILTER_VAL_BOUNCED: "Bounced",
  FILTER_VAL_UNSUBSCRIBED: "Unsubscribed",
  FILTER_VAL_SKIPPED: "Skipped",
  FILTER_VAL_VALID: "Verified as valid",
  FILTER_VAL_RISKY: "Verified as risky",
  FILTER_VAL_INVALID: "Verified as invalid",
  FILTER_VAL_IN_SUBSEQUENCE: "In a subsequence",
  FILTER_LEAD_INTERESTED: "Interested",
  FILTER_LEAD_NOT_INTERESTED: "Not interested",
  FILTER_LEAD_MEETING_BOOKED: "Meeting booked",
  FILTER_LEAD_MEETING_COMPLETED: "Meeting completed",
  FILTER_LEAD_CLOSED: "Won",
  FILTER_LEAD_OUT_OF_OFFICE: "Out of office",
  FILTER_LEAD_WRONG_PERSON: "Wrong person",
  FILTER_LEAD_LOST: "Lost",
  FILTER_LEAD_NO_SHOW: "No show",
  FILTER_LEAD_CUSTOM_LABEL_POSITIVE: "Custom label, positive",
  FILTER_LEAD_CUSTOM_LABEL_NEGATIVE: "Custom label, negative",
};

/** What a form for the filters of leads needs. */
export function leadFilterValues(inspector: Inspector): LeadFilterValues {
  return {
    lists: inspector
      .workspaces()
      .flatMap(({ id: workspace, leadLists }) => leadLists.map(({ id, name }) => ({ id, workspace, name }))),
    statuses: allLabelled("lead"),
    filters: Object.entries(FILTERS).map(([value, label]) => ({ value, label })),
  };
}
