import type { LeadList } from "@modulex-instantly/types";
import type { StoredLeadList } from "../state/stored-lead-list.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Mode } from "./mode.ts";
import { inMode } from "./mode.ts";

/** A lead list as the API shows it. */
export function leadListOnTheWire(list: StoredLeadList, organization: string, mode: Mode): LeadList {
  const { created, ...rest } = list;
  return inMode<LeadList>(mode, "LeadList", {
    ...rest,
    organization_id: organization,
    timestamp_created: timestamp(created),
  });
}
