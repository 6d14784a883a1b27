import { ChangeTracker } from "./change-tracker.ts";
import { itemWithId, positionAfter } from "./sorted-items.ts";
import type { EditableCampaign, StoredCampaign } from "./stored-campaign.ts";

/** The campaigns of a workspace, sorted by id. */
export class CampaignStore {
  readonly #sorted: StoredCampaign[] = [];
  readonly tracker: ChangeTracker<StoredCampaign> = new ChangeTracker();

  get sorted(): readonly StoredCampaign[] {
    return this.#sorted;
  }

  withId(id: string): StoredCampaign | undefined {
    return itemWithId(this.#sorted, id.toLowerCase());
  }

  /** Marks a campaign as changed and returns it in its editable type. */
  edit(campaign: StoredCampaign): EditableCampaign {
    this.tracker.add(campaign);
    return campaign as EditableCampaign;
  }

  add(campaign: StoredCampaign): void {
    this.#sorted.splice(positionAfter(this.#sorted, campaign.id), 0, campaign);
    this.tracker.add(campaign);
  }

  /** Replaces the campaign with the same id. */
  replace(campaign: StoredCampaign): void {
    this.#sorted[positionAfter(this.#sorted, campaign.id) - 1] = campaign;
  }
}
