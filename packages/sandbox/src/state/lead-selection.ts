import type { RowSet } from "../indexes/row-set.ts";
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
  /** Sets of rows that contain every such lead. */
  readonly rows?: readonly RowSet[];
  /** Whether every stored lead with these traits in these rows meets the condition, so that no lead has to be tested. */
  readonly isExact?: true;
  /** No lead meets the condition. */
  readonly isNever?: true;
}

/** The leads that meet some conditions. */
export class LeadSelection {
  readonly #conditions: readonly LeadCondition[];
  /** The conditions that the indexes do not decide alone. */
  readonly #inexact: readonly LeadCondition[];

  constructor(conditions: readonly LeadCondition[]) {
    this.#conditions = conditions;
    this.#inexact = conditions.filter(({ isExact }) => isExact !== true);
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

  get rows(): readonly RowSet[] {
    return this.#conditions.flatMap(({ rows = [] }) => rows);
  }

  /** Whether the indexes alone select the leads. */
  get isExact(): boolean {
    return this.#inexact.length === 0;
  }

  get isNever(): boolean {
    return this.#conditions.some((condition) => condition.isNever === true);
  }

  readonly matches = (lead: StoredLead): boolean => this.#conditions.every(({ test }) => test(lead));

  /** Whether a lead that the indexes have selected meets the conditions. */
  readonly matchesRest = (lead: StoredLead): boolean => this.#inexact.every(({ test }) => test(lead));
}
