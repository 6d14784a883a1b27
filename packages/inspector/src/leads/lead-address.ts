import { parameter } from "../address/address.ts";
import type { LeadFilter } from "./lead-pages.ts";

/** The filters in the address of the page. Their values are checked by the sandbox. */
const filterNames = ["workspace", "search", "campaign", "list", "filter", "status", "step", "event"] as const;

/** The filter of the address. */
export function addressFilter(): LeadFilter {
  const pairs = filterNames.map((name) => [name, parameter(name)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as LeadFilter;
}

/** The parameters that remove every filter. */
export const withoutFilters: Readonly<Record<string, null>> = Object.fromEntries(
  filterNames.map((name) => [name, null]),
);
