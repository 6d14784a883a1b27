import { domainToASCII } from "node:url";
import { decodedTexts } from "./decoded-texts.ts";
import { isSharedHost, mailboxOf, mainName, registrableParents, sharedParents } from "./host-owners.ts";

/** The addresses, hosts and links in a text, in one canonical form each. */
export type Contacts = ReadonlySet<string>;

/** What may precede and follow the @ of an address. */
const LOCAL = /(?:"([^"\n]{1,64})"|([\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}))$/u;
const DOMAIN = /^(?:[\p{L}\p{N}\p{M}-]{1,63}\.){1,8}[\p{L}\p{N}\p{M}-]{2,63}/u;
/** A link can contain another, for example as a parameter, so a match ends where its host begins. */
const LINK = /:(?:\/\/|\\\\|\/\\|\\\/)(?=([^\s"'<>^`{|}]{1,600}))/gu;
const HOST =
  /(?<![\p{L}\p{N}@.-])((?:[\p{L}\p{N}\p{M}_-]{1,63}\.){1,8}[\p{L}\p{N}\p{M}-]{2,63})((?::\d{1,5})?(?:\/[^\s"'<>]{0,500})?)/gu;
/** A link can pass on a host without a scheme. */
const HOST_IN_QUERY =
  /[?&#](?:(?!utm_)[\w%.[\]-]{1,40}=)?((?:[\p{L}\p{N}\p{M}_-]{1,63}\.){1,8}[\p{L}\p{N}\p{M}-]{2,63}(?:\/[^\s"'<>&#]{0,500})?)/gu;
/** Links that name a person, a phone or a wallet instead of a host. */
const HOSTLESS =
  /(?<![\p{L}\p{N}])(tel|sms|callto|skype|facetime|whatsapp|tg|sip|xmpp|bitcoin|ethereum|lightning|upi):(?:\/\/)?([^\s"'<>]{4,200})/giu;
/** More than a page of emails from people contains. */
const MAX_CONTACTS = 4000;
/** The size of a page of emails that is searched. */
const MAX_TEXT = 1_000_000;
/** Endings of file names that are no top-level domains. */
const FILE_ENDINGS: ReadonlySet<string> = new Set(
  "js ts tsx jsx json css html htm php asp aspx pdf doc docx xls xlsx csv ppt pptx txt rtf png jpg jpeg gif svg webp mp3 mp4 exe msi dmg ics eml xml yaml yml".split(
    " ",
  ),
);
/** First parts of paths that are the same for everybody on a shared host. */
const COMMON_PATH =
  /^\/(?:in|company|pub|posts|d|e|c|u|s|r|p|j|l|g|file|files|document|spreadsheets|presentation|forms|folders|drive|watch|channel|user|users|groups|invite|joinchat|events|event|meeting|meet|url|search|maps|share|status|view|share\/[a-z])$/;

/**
 * Finds the addresses, hosts and links in texts, however they are encoded or disguised.
 *
 * @returns `address:` with the local part without its tag, `host:`, and `link:` with the host and path; and whether there
 *   were too many to list.
 */
export function contactsIn(texts: readonly string[]): { readonly contacts: Contacts; readonly isCut: boolean } {
  const contacts = new Set<string>();
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  if (size > MAX_TEXT) return { contacts, isCut: true };
  const forms = [...new Set(texts.flatMap(decodedTexts))];
  // The forms of a text have most of their words in common.
  for (const address of new Set(forms.flatMap(addressesIn))) {
    const at = address.lastIndexOf("@");
    addAddress(contacts, address.slice(0, at), address.slice(at + 1));
  }
  for (const link of new Set(forms.flatMap(linksIn))) {
    if (contacts.size > MAX_CONTACTS) break;
    addLink(contacts, link);
  }
  for (const form of forms) {
    for (const [, scheme = "", target = ""] of form.matchAll(HOSTLESS)) {
      contacts.add(`link:${`${scheme}:${target}`.toLowerCase().replace(/[()\s-]|[.,;!)\]]+$/g, "")}`);
    }
  }
  return { contacts, isCut: contacts.size > MAX_CONTACTS };
}

function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const [host = ""] = DOMAIN.exec(text.slice(at + 1, at + 600)) ?? [];
    if (!isNamed(host)) continue;
    const [, quoted, local = ""] = LOCAL.exec(text.slice(Math.max(0, at - 66), at)) ?? [];
    found.push(`${quoted ?? local}@${host}`);
    // In a link, what precedes the address looks like a part of it.
    const [last = ""] = local.split(/[/?=&#!|]/).slice(-1);
    if (last !== local) found.push(`${last}@${host}`);
  }
  return found;
}

/** The links in a text, without their schemes, and the hosts that are written like words. */
function linksIn(text: string): string[] {
  const links = [...text.matchAll(LINK)].map(([, rest = ""]) => rest);
  const words = new Set(text.split(/[\s"'<>()[\]{},;|]+/));
  const hosts = [...words].filter((word) => word.includes(".")).flatMap((word) => [...word.matchAll(HOST)]);
  const named = hosts.filter(([, host = ""]) => isNamed(host)).map(([, host = "", path = ""]) => host + path);
  const inQueries = [...text.matchAll(HOST_IN_QUERY)].map(([, found = ""]) => found);
  return [...links, ...named, ...inQueries.filter((found) => isNamed(found.split("/")[0] ?? ""))];
}

/** The canonical form of one address; undefined if it is none. */
export function canonicalAddress(text: string): string | undefined {
  const found = [...contactsIn([text]).contacts].filter((contact) => contact.startsWith("address:"));
  return found[0];
}

/** The contacts to look up for one, in this order: an address also by its host, and a host also by its parents. */
export function relatedContacts(contact: string): string[] {
  const [kind, value = ""] = split(contact);
  const host = kind === "address" ? value.slice(value.lastIndexOf("@") + 1) : (value.split("/")[0] ?? "");
  const hosts = isSharedHost(host) ? [] : [host, ...registrableParents(host)].map((name) => `host:${name}`);
  return [...new Set([contact, ...(kind === "address" ? [peersOf(contact)] : []), ...hosts])];
}

/** A contact with its hosts, as a text names them with it. */
export function namedContacts(contact: string): string[] {
  return relatedContacts(contact).filter((related) => !related.startsWith("peers:"));
}

/** Stands for the other addresses of the same host, but not for links to it. */
export function peersOf(address: string): string {
  return `peers:${address.slice(address.lastIndexOf("@") + 1)}`;
}

/** Tells a host from a number such as 10.30, which a URL may use as one. */
function isNamed(host: string): boolean {
  const last = host.slice(host.lastIndexOf(".") + 1).toLowerCase();
  if (FILE_ENDINGS.has(last)) return false;
  return /\p{L}/u.test(last) || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host);
}

function addAddress(contacts: Set<string>, local: string, host: string): void {
  const name = canonicalHost(host);
  if (name === undefined) return;
  const mailbox = mailboxOf(local.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, ""), name);
  if (mailbox !== "") contacts.add(`address:${mailbox}@${name}`);
  // A local part that cannot be read, such as one with a comment.
  else if (!isSharedHost(name)) contacts.add(`host:${name}`);
}

function addLink(contacts: Set<string>, rest: string): void {
  const [authority = "", ...path] = rest.split(/(?=[/?#\\])/);
  const name = canonicalHost(authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, ""));
  if (name === undefined) return;
  const [route = "", query = ""] = path.join("").replaceAll("\\", "/").toLowerCase().split(/[?#]/);
  const parts = route.split("/").slice(1, 8);
  const prefixes = parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`.replace(/[/.,;:!)\]+]+$/, ""));
  const own = prefixes.filter((prefix) => prefix !== "" && !COMMON_PATH.test(prefix));
  const names = [name, ...sharedParents(name)];
  for (const host of names) {
    for (const prefix of own) contacts.add(`link:${host}${prefix}`);
    if (own.length > 0 || !isSharedHost(host)) continue;
    // A page that only its query tells from others, such as a video.
    for (const parameter of query.split("&").slice(0, 20)) {
      if (/^(?!utm_)[^=]{1,40}=.{8}/.test(parameter))
        contacts.add(`link:${host}${prefixes.at(-1) || "/"}?${parameter}`);
    }
  }
  if (!isSharedHost(name)) contacts.add(`host:${name}`);
}

/** A host in its ASCII form, as the platform's URL parser reads it; numbers in any base become an IPv4 address. */
function canonicalHost(text: string): string | undefined {
  const trimmed = text.replace(/^[.\-_]+|[.\-_]+$/g, "");
  if (trimmed === "" || trimmed.length > 253) return undefined;
  let host: string;
  try {
    host = new URL(`http://${trimmed}`).hostname;
  } catch {
    host = domainToASCII(trimmed);
  }
  const name = host
    .toLowerCase()
    .replace(/^www\d?\./, "")
    .replace(/\.$/, "");
  const isNumber = /^(?:\d+(?:\.\d+){3}|\[[\da-f:]+\])$/.test(name);
  return isNumber || /^(?:[\w-]+\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{2,59})$/.test(name) ? mainName(name) : undefined;
}

function split(contact: string): [string, string] {
  const at = contact.indexOf(":");
  return [contact.slice(0, at), contact.slice(at + 1)];
}
