import type { Campaign, CreateCampaignRequest } from "@modulex-instantly/types";

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

/** A campaign as it is kept. */
export interface StoredCampaign {
  readonly id: string;
  name: string;
  status: Campaign["status"];
  readonly created: number;
  updated: number;
  settings: CampaignSettings;
  customVariables?: Record<string, unknown>;
  readonly progress: CampaignProgress;
}
