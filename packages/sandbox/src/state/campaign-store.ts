import { itemWithId, positionAfter } from "./position.ts";
import type { StoredCampaign } from "./stored-campaign.ts";

/** The campaigns of a workspace, sorted by id. */
export class CampaignStore {
  readonly #sorted: StoredCampaign[] = [];

  get sorted(): readonly StoredCampaign[] {
    return this.#sorted;
  }

  withId(id: string): StoredCampaign | undefined {
    return itemWithId(this.#sorted, id.toLowerCase());
  }

  add(campaign: StoredCampaign): void {
    this.#sorted.splice(positionAfter(this.#sorted, campaign.id), 0, campaign);
  }
}
