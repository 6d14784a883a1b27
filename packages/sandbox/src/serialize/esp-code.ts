import type { Lead } from "@modulex-instantly/types";
import type { StoredLead } from "../state/stored-lead.ts";
import { domainOf } from "../state/stored-lead.ts";

const LOOKED_UP_AFTER = 60_000;
const CODES: Readonly<Record<string, NonNullable<Lead["esp_code"]>>> = {
  "gmail.com": 1,
  "outlook.com": 2,
  "hotmail.com": 2,
  "zoho.com": 3,
  "yahoo.com": 9,
  "yandex.com": 10,
  "web.de": 12,
  "libero.it": 13,
};

/** The provider of the mailbox: unknown for the first minute, then by domain. 1000 means not found. */
export function espCode(lead: StoredLead, now: number): NonNullable<Lead["esp_code"]> | undefined {
  if (lead.email === undefined || now - lead.created < LOOKED_UP_AFTER) return undefined;
  return CODES[domainOf(lead.email)] ?? 1000;
}
