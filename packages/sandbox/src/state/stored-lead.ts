import type { Editable } from "./editable.ts";

/** What has happened between a lead and its campaign; only there once something has. */
export interface LeadActivity {
  opens?: number;
  openedStep?: StepPlace;
  lastOpen?: number;
  clicks?: number;
  clickedStep?: StepPlace;
  lastClick?: number;
  replies?: number;
  repliedStep?: StepPlace;
  lastReply?: number;
  lastContact?: number;
  lastStep?: StepPlace & { readonly from: string; readonly at: number };
  lastInterestChange?: number;
  lastTouch?: number;
  keptFromAi?: true;
  domainComplete?: true;
  verification?: number;
  /** The index of the step that is to be sent next, and when it is due. */
  nextStep?: number;
  nextDueAt?: number;
  threadId?: string;
  threadSubject?: string;
  lastMessageId?: string;
}

/** A step and a variant, counted from 0. */
export interface StepPlace {
  readonly step: number;
  readonly variant: number;
}

/** What changes about a lead after it was created. */
interface LeadProgress {
  updated: number;
  status: 1 | 2 | 3 | 0 | -1 | -2 | -3;
  interest?: number;
  activity?: LeadActivity;
}

/** A lead as it is kept: fields under the names of the API, and nothing that was never set. */
export interface StoredLead extends LeadProfile, Readonly<Omit<LeadProgress, "activity">> {
  readonly id: string;
  readonly created: number;
  readonly campaign?: string;
  readonly list_id?: string;
  readonly custom?: Readonly<Record<string, string | number | boolean | null>>;
  readonly activity?: Readonly<LeadActivity>;
}

/** A stored lead that may be changed. Only `LeadStore.edit` makes one, so that the store knows what has changed. */
export type EditableLead = StoredLead & LeadProgress & Editable;

/** The fields a caller gives about a person. */
export interface LeadProfile {
  readonly email?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly company_name?: string;
  readonly job_title?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly personalization?: string;
  readonly pl_value_lead?: string;
  readonly assigned_to?: string;
}

/** The activity of a lead, made on first use. */
export function activityOf(lead: EditableLead): LeadActivity {
  lead.activity ??= {};
  return lead.activity;
}

/** The domain of an address in lower case, or nothing. */
export function domainOf(address: string | undefined): string {
  const at = address?.lastIndexOf("@") ?? -1;
  return at < 0 ? "" : (address ?? "").slice(at + 1).toLowerCase();
}
