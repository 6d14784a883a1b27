import type { LeadList } from "@modulex-instantly/types";
import type { StoredLeadList } from "../state/stored-lead-list.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { Mode } from "./mode.ts";
import { applyMode } from "./mode.ts";

/** Serializes a lead list. */
export function serializeLeadList(list: StoredLeadList, organization: string, mode: Mode): LeadList {
  const { id, name, has_enrichment_task, owned_by, created } = list;
  return applyMode<LeadList>(mode, "LeadList", {
    id,
    name,
    ...(has_enrichment_task === undefined ? undefined : { has_enrichment_task }),
    ...(owned_by === undefined ? undefined : { owned_by }),
    organization_id: organization,
    timestamp_created: timestamp(created),
  });
}
