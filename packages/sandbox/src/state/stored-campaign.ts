import type { Campaign, CreateCampaignRequest } from "@modulex-instantly/types";
import type { Editable } from "./editable.ts";

/** The settings of a campaign, without fields that were never set. */
export type CampaignSettings = Omit<CreateCampaignRequest, "name">;

/** The progress of a campaign. */
export interface CampaignProgress {
  /** The time of the next run. Scheduled events with another time are outdated. */
  nextLookAt?: number;
  /** The earliest time of the next email, after `email_gap`. */
  nextSendAt?: number;
  notSending?: 1 | 2 | 3 | 4 | 99;
  /** The day of the two counters, in the campaign's time zone. */
  day?: string;
  sentToday: number;
  newToday: number;
  /** The round-robin positions of the senders, and of the variants of each step. */
  senderTurn: number;
  variantTurns: number[];
}

/** The mutable fields of a campaign. Settings and variables are replaced, never modified in place. */
interface CampaignFields {
  name: string;
  status: Campaign["status"];
  updated: number;
  settings: Readonly<CampaignSettings>;
  customVariables?: Readonly<Record<string, unknown>>;
  readonly progress: CampaignProgress;
}

/** A stored campaign. */
export interface StoredCampaign extends Readonly<Omit<CampaignFields, "progress">> {
  readonly id: string;
  readonly created: number;
  readonly progress: Readonly<Omit<CampaignProgress, "variantTurns">> & { readonly variantTurns: readonly number[] };
}

/** An editable campaign. Only `CampaignStore.edit` returns one, so that the store tracks every change. */
export type EditableCampaign = StoredCampaign & CampaignFields & Editable;
