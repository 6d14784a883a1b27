import { SortedKeys } from "../indexes/sorted-keys.ts";
import type { LeadTrait } from "./lead-sets.ts";
import type { StoredLead } from "./stored-lead.ts";

/** A campaign or a list; undefined for all leads. */
export type ContactScope = Extract<LeadTrait, { readonly trait: "campaign" | "list" }> | undefined;

/** The addresses of leads in order: of all leads, and of campaigns and lists. Each order is created on first use. */
export class ContactOrders {
  readonly #orders = new Map<string, SortedKeys>();

  /** The addresses of a scope, in lower case. */
  of(scope: ContactScope, addresses: () => Iterable<string>): SortedKeys {
    let order = this.#orders.get(nameOf(scope));
    if (order === undefined) {
      order = new SortedKeys(addresses());
      this.#orders.set(nameOf(scope), order);
    }
    return order;
  }

  add(lead: StoredLead, address: string): void {
    if (this.#orders.size === 0) return;
    for (const scope of scopesOf(lead)) this.#orders.get(nameOf(scope))?.add(address);
  }

  /** Removes the address of a lead from the scopes in which no other lead has it. */
  remove(lead: StoredLead, address: string, others: readonly StoredLead[]): void {
    if (this.#orders.size === 0) return;
    for (const scope of scopesOf(lead)) {
      const isShared = others.some((other) => isIn(other, scope));
      if (!isShared) this.#orders.get(nameOf(scope))?.delete(address);
    }
  }
}

function nameOf(scope: ContactScope): string {
  return scope === undefined ? "" : `${scope.trait} ${scope.value}`;
}

function* scopesOf({ campaign, list_id }: StoredLead): Generator<ContactScope> {
  yield undefined;
  if (campaign !== undefined) yield { trait: "campaign", value: campaign };
  if (list_id !== undefined) yield { trait: "list", value: list_id };
}

function isIn(lead: StoredLead, scope: ContactScope): boolean {
  return scope === undefined || (scope.trait === "campaign" ? lead.campaign : lead.list_id) === scope.value;
}
