import type { MailQuery } from "@modulex-instantly/sandbox";
import { computed } from "@preact/signals";
import { changedAddress, parameter } from "../address/address.ts";

/** The parameters of the address that filter the list. The sandbox checks their values. */
const MAIL_FILTERS = ["search", "direction", "by", "campaign", "lead", "thread", "step", "warning"] as const;

export type MailFilter = (typeof MAIL_FILTERS)[number];

/** The filters of the address. */
export const mailFilters = computed<Pick<MailQuery, MailFilter>>(() =>
  Object.fromEntries(MAIL_FILTERS.map((name) => [name, parameter(name)]).filter(([, value]) => value !== undefined)),
);

export const isFiltered = computed(() => Object.keys(mailFilters.value).length > 0);

/** The present address without any filter. */
export function unfilteredAddress(): string {
  return changedAddress(Object.fromEntries(MAIL_FILTERS.map((name) => [name, null])));
}
