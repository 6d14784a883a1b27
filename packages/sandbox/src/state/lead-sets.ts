import { RowSet } from "../indexes/row-set.ts";
import type { StoredLead } from "./stored-lead.ts";

/** A property of a lead by which leads are indexed. */
export type LeadTrait =
  | { readonly trait: "campaign" | "list"; readonly value: string }
  | { readonly trait: "status" | "interest" | "verification"; readonly value: number }
  | { readonly trait: "flag"; readonly value: LeadFlag };

/** A condition that a lead meets or not. */
export type LeadFlag =
  | "in campaign"
  | "in list"
  | "contacted"
  | "opened"
  | "clicked"
  | "replied"
  | "interest changed"
  | "interest above 4"
  | "interest below -4";

/** The rows of the leads with each trait. */
export class LeadSets {
  readonly #sets: Readonly<Record<LeadTrait["trait"], Map<string | number, RowSet>>> = {
    campaign: new Map(),
    list: new Map(),
    status: new Map(),
    interest: new Map(),
    verification: new Map(),
    flag: new Map(),
  };

  /** The rows of the leads with a trait; undefined if no lead ever had it. */
  with({ trait, value }: LeadTrait): RowSet | undefined {
    return this.#sets[trait].get(value);
  }

  add(row: number, traits: Iterable<LeadTrait>): void {
    for (const { trait, value } of traits) {
      let set = this.#sets[trait].get(value);
      if (set === undefined) {
        set = new RowSet();
        this.#sets[trait].set(value, set);
      }
      set.add(row);
    }
  }

  delete(row: number, traits: Iterable<LeadTrait>): void {
    for (const { trait, value } of traits) {
      const set = this.#sets[trait].get(value);
      set?.delete(row);
      if (set?.size === 0) this.#sets[trait].delete(value);
    }
  }
}

/** The traits of a lead that never change. */
export function* placeOf({ campaign, list_id }: StoredLead): Generator<LeadTrait> {
  if (campaign !== undefined) {
    yield { trait: "campaign", value: campaign };
    yield { trait: "flag", value: "in campaign" };
  }
  if (list_id !== undefined) {
    yield { trait: "list", value: list_id };
    yield { trait: "flag", value: "in list" };
  }
}

/** The traits of a lead that change. */
export function* progressOf({ status, interest, activity }: StoredLead): Generator<LeadTrait> {
  yield { trait: "status", value: status };
  if (interest !== undefined) {
    yield { trait: "interest", value: interest };
    if (interest > 4) yield { trait: "flag", value: "interest above 4" };
    if (interest < -4) yield { trait: "flag", value: "interest below -4" };
  }
  if (activity === undefined) return;
  if (activity.verification !== undefined) yield { trait: "verification", value: activity.verification };
  if (activity.lastContact !== undefined) yield { trait: "flag", value: "contacted" };
  if ((activity.opens ?? 0) > 0) yield { trait: "flag", value: "opened" };
  if ((activity.clicks ?? 0) > 0) yield { trait: "flag", value: "clicked" };
  if ((activity.replies ?? 0) > 0) yield { trait: "flag", value: "replied" };
  if (activity.lastInterestChange !== undefined) yield { trait: "flag", value: "interest changed" };
}
