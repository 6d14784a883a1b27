import type { EditableLead, StoredLead } from "./stored-lead.ts";

/** The part of a lead store that the engine uses. */
export interface LeadAccess {
  withId(id: string): StoredLead | undefined;
  /** The leads of a campaign by id. */
  ofCampaign(id: string): Iterable<StoredLead>;
  /** Whether a lead is still stored. */
  has(lead: StoredLead): boolean;
  /** The current version of a lead: in a fork, edited leads are copies. */
  current(lead: StoredLead): StoredLead;
  edit(lead: StoredLead): EditableLead;
  /** Updates the indexes after edits. */
  settle(): void;
}
