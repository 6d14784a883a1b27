import type { Campaign, CreateCampaignRequest } from "@modulex-instantly/types";
import type { Editable } from "./editable.ts";

/** What a caller sets of a campaign, without what was never set. */
export type CampaignSettings = Omit<CreateCampaignRequest, "name">;

/** How far a campaign is with sending. */
export interface CampaignProgress {
  /** When the campaign looks again for something to send; a planned event with another time is out of date. */
  nextLookAt?: number;
  /** The earliest time of the next mail, after the gap. */
  nextSendAt?: number;
  notSending?: 1 | 2 | 3 | 4 | 99;
  /** The day in the campaign's time zone that the two counters are about. */
  day?: string;
  sentToday: number;
  newToday: number;
  /** How many leads were given a sender so far, and each step's variants in turn. */
  senderTurn: number;
  variantTurns: number[];
}

/** What changes about a campaign; the settings and the variables are replaced, never changed in place. */
interface CampaignFields {
  name: string;
  status: Campaign["status"];
  updated: number;
  settings: Readonly<CampaignSettings>;
  customVariables?: Readonly<Record<string, unknown>>;
  readonly progress: CampaignProgress;
}

/** A campaign as it is kept. */
export interface StoredCampaign extends Readonly<Omit<CampaignFields, "progress">> {
  readonly id: string;
  readonly created: number;
  readonly progress: Readonly<Omit<CampaignProgress, "variantTurns">> & { readonly variantTurns: readonly number[] };
}

/** A stored campaign that may be changed. Only `CampaignStore.edit` makes one, so that the store knows what has changed. */
export type EditableCampaign = StoredCampaign & CampaignFields & Editable;
