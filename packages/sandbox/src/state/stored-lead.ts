import type { Editable } from "./editable.ts";

/** The activity of a lead in its campaign; undefined before the first one. */
export interface LeadActivity {
  opens?: number;
  openedStep?: StepPosition;
  lastOpen?: number;
  clicks?: number;
  clickedStep?: StepPosition;
  lastClick?: number;
  replies?: number;
  repliedStep?: StepPosition;
  lastReply?: number;
  lastContact?: number;
  lastStep?: StepPosition & { readonly from: string; readonly at: number };
  lastInterestChange?: number;
  lastTouch?: number;
  keptFromAi?: true;
  domainComplete?: true;
  verification?: number;
  /** The index of the next step, and when it is due. */
  nextStep?: number;
  nextDueAt?: number;
  threadId?: string;
  threadSubject?: string;
  lastMessageId?: string;
  /** What happened besides emails, oldest first: the last 100 events. It is replaced, never modified in place. */
  history?: readonly LeadEvent[];
}

/** An event in the history of a lead. */
export interface LeadEvent {
  readonly kind: "opened" | "clicked" | "bounced" | "unsubscribed" | "interest" | "verified" | "completed" | "skipped";
  readonly at: number;
  /** The email and its position, if the event is about an email. */
  readonly mail?: string;
  readonly position?: StepPosition;
  /** The interest, which may be null, or the result of a verification. */
  readonly value?: number | null;
}

/** A step and a variant, counted from 0. */
export interface StepPosition {
  readonly step: number;
  readonly variant: number;
}

/** The mutable fields of a lead. */
interface LeadProgress {
  updated: number;
  status: 1 | 2 | 3 | 0 | -1 | -2 | -3;
  interest?: number;
  activity?: LeadActivity;
}

/** A stored lead: fields with the names of the API, without fields that were never set. */
export interface StoredLead extends LeadProfile, Readonly<Omit<LeadProgress, "activity">> {
  readonly id: string;
  readonly created: number;
  readonly campaign?: string;
  readonly list_id?: string;
  readonly custom?: Readonly<Record<string, string | number | boolean | null>>;
  readonly activity?: Readonly<LeadActivity>;
}

/** An editable lead. Only `LeadStore.edit` returns one, so that the store tracks every change. */
export type EditableLead = StoredLead & LeadProgress & Editable;

/** The fields that describe a person. */
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

/** The activity of a lead, created on first use. */
export function activityOf(lead: EditableLead): LeadActivity {
  lead.activity ??= {};
  return lead.activity;
}

/** Both names with a space between them, also if one is missing. A search in it finds whatever is in either name. */
export function fullName({ first_name, last_name }: StoredLead): string {
  return `${first_name ?? ""} ${last_name ?? ""}`;
}

/** The domain of an address in lower case, or an empty string. */
export function domainOf(address: string | undefined): string {
  const at = address?.lastIndexOf("@") ?? -1;
  return at < 0 ? "" : (address ?? "").slice(at + 1).toLowerCase();
}
