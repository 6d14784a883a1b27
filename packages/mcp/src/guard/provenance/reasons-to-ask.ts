import type { GuardSettings } from "../guard-options.ts";
import { oneLine } from "../text/one-line.ts";
import type { GuardedCall } from "../tool-guard.ts";
import { contactsIn } from "./contacts.ts";
import { contactsFromMail, hasReadMail } from "./mail-record.ts";

/** Why a person has to agree to a write. */
export interface ReasonsToAsk {
  /** Whether the action itself demands it. */
  readonly isRequired: boolean;
  /** Whether the session has read incoming mail, so that the call may follow its instructions. */
  readonly isAfterMail: boolean;
  /** The addresses, hosts and links of the arguments that came from incoming mail. */
  readonly contacts: readonly string[];
  /** The same for a person, one sentence each. */
  readonly sentences: readonly string[];
}

const SHOWN = 5;

/** Finds out why a person has to agree to a write. */
export async function reasonsToAsk(
  call: GuardedCall,
  settings: GuardSettings,
  isUnrecorded: boolean,
): Promise<ReasonsToAsk> {
  const { action, input } = call;
  const isRequired = action.approval === "required";
  const { contacts: all, isCut } = contactsIn(stringsIn(input));
  const found = isUnrecorded ? [...all] : await contactsFromMail(call, all, settings);
  // Too many to look up one by one.
  const contacts = isCut && found.length === 0 ? ["too many to list"] : found;
  const isAfterMail = isUnrecorded || (settings.afterMail === "every_write" && (await hasReadMail(call, settings)));
  const names = contacts.map((contact) => oneLine(contact.slice(contact.indexOf(":") + 1)));
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  const sentences = [
    ...(contacts.length > 0 ? [`From incoming mail: ${names.slice(0, SHOWN).join(", ")}${more}.`] : []),
    ...(isAfterMail && !isRequired ? ["This session has read incoming mail, which may have asked for this."] : []),
  ];
  return { isRequired, isAfterMail, contacts, sentences };
}

/** All strings of a value, the names of its properties included. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...stringsIn(inner)]);
}
