import type { LeadTrait } from "./lead-sets.ts";
import type { StoredLead } from "./stored-lead.ts";

/** A condition on leads: a predicate, and what the indexes know about the leads that meet it. */
export interface LeadCondition {
  readonly test: (lead: StoredLead) => boolean;
  /** Traits that every such lead has. */
  readonly all?: readonly LeadTrait[];
  /** Traits that no such lead has. */
  readonly none?: readonly LeadTrait[];
  /** A text in lower case that the name or the address of every such lead contains. */
  readonly text?: string;
  /** No lead meets the condition. */
  readonly isNever?: true;
}

/** The leads that meet some conditions. */
export class LeadSelection {
  readonly #conditions: readonly LeadCondition[];

  constructor(conditions: readonly LeadCondition[]) {
    this.#conditions = conditions;
  }

  get all(): readonly LeadTrait[] {
    return this.#conditions.flatMap(({ all = [] }) => all);
  }

  get none(): readonly LeadTrait[] {
    return this.#conditions.flatMap(({ none = [] }) => none);
  }

  get texts(): readonly string[] {
    return this.#conditions.flatMap(({ text = [] }) => text);
  }

  /** Whether there are no conditions. */
  get isEverything(): boolean {
    return this.#conditions.length === 0;
  }

  get isNever(): boolean {
    return this.#conditions.some((condition) => condition.isNever === true);
  }

  readonly matches = (lead: StoredLead): boolean => this.#conditions.every(({ test }) => test(lead));
}
