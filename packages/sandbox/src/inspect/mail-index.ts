import { localTime } from "../engine/time-zone.ts";
import { RowSet } from "../indexes/row-set.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { fullName } from "../state/stored-lead.ts";
import type { Workspace } from "../state/workspace.ts";

const MAX_KEPT_TEXT = 1000;

/** What can have happened to a lead at a step, as far as emails show it. */
type MailEvent = "sent" | "replied" | "auto_replied";

/** The emails of a campaign by step and day. */
class CampaignMails {
  readonly #all: { readonly email: StoredEmail; readonly event: MailEvent }[] = [];
  readonly #leads = new Map<string, Set<string>>();
  /** The rows of the leads by event and step, with and without the variant. */
  readonly #rows = new Map<string, RowSet>();
  readonly #sent = new Map<string, number>();
  #days = new Map<string, { sent: number; received: number }>();
  #zone = "";
  #counted = 0;

  /** The number of campaign emails. */
  sent = 0;

  /** Adds an email: at a position such as `1_0`, step and variant from 0. The row is that of its lead. */
  add(email: StoredEmail, event: MailEvent, position: string | undefined, row: number | undefined): void {
    this.#all.push({ email, event });
    if (event === "sent") this.sent += 1;
    if (position === undefined) return;
    const key = `${event} ${position}`;
    if (event === "sent") this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
    const leads = this.#leads.get(key) ?? new Set();
    this.#leads.set(key, leads.add(email.leadId ?? ""));
    if (row === undefined) return;
    for (const place of [key, key.slice(0, key.lastIndexOf("_"))]) {
      const rows = this.#rows.get(place) ?? new RowSet();
      this.#rows.set(place, rows);
      rows.add(row);
    }
  }

  /** The number of emails for `sent`, and of leads for the others. */
  count(event: MailEvent, position: string): number {
    const key = `${event} ${position}`;
    return event === "sent" ? (this.#sent.get(key) ?? 0) : (this.#leads.get(key)?.size ?? 0);
  }

  /** The rows of the leads with an event at a position such as `1_0`, or at a step such as `1`. */
  rows(event: MailEvent, position: string): RowSet {
    return this.#rows.get(`${event} ${position}`) ?? new RowSet();
  }

  /** The emails per day in a time zone. */
  days(zone: string): ReadonlyMap<string, { readonly sent: number; readonly received: number }> {
    if (zone !== this.#zone) {
      this.#zone = zone;
      this.#days = new Map();
      this.#counted = 0;
    }
    for (; this.#counted < this.#all.length; this.#counted += 1) {
      const { email, event } = this.#all[this.#counted] ?? {};
      if (email === undefined) break;
      const { day } = localTime(zone, email.created);
      const count = this.#days.get(day) ?? { sent: 0, received: 0 };
      if (event === "sent") count.sent += 1;
      else count.received += 1;
      this.#days.set(day, count);
    }
    return this.#days;
  }
}

/** The emails of a workspace by thread, lead and campaign. It is built on first use, and reads only new emails then. */
export class MailIndex {
  readonly #emails: Workspace["emails"];
  readonly #stored: Workspace["leads"];
  readonly #threads = new Map<string, StoredEmail[]>();
  readonly #byLead = new Map<string, StoredEmail[]>();
  readonly #campaigns = new Map<string, CampaignMails>();
  /** The position of each campaign email by its Message-ID. */
  readonly #positions = new Map<string, string>();
  /** The Message-IDs that a manual reply was sent to, and the contents of the emails. */
  readonly #seen = new Set<string>();
  readonly #secondReplies = new Set<StoredEmail>();
  readonly #duplicates = new Set<StoredEmail>();
  readonly #texts = new Map<StoredEmail, string>();
  #read = 0;

  constructor({ emails, leads }: Workspace) {
    this.#emails = emails;
    this.#stored = leads;
  }

  /** The emails of a thread, oldest first. */
  thread(id: string): readonly StoredEmail[] {
    this.#refresh();
    return this.#threads.get(id) ?? [];
  }

  /** The emails of a lead, oldest first. */
  ofLead(id: string): readonly StoredEmail[] {
    this.#refresh();
    return this.#byLead.get(id) ?? [];
  }

  ofCampaign(id: string): CampaignMails {
    this.#refresh();
    return this.#campaigns.get(id) ?? new CampaignMails();
  }

  /** Whether another manual reply to the same email was sent before. */
  isSecondReply(email: StoredEmail): boolean {
    this.#refresh();
    return this.#secondReplies.has(email);
  }

  /** Whether the same content was sent to the same recipient before. */
  isDuplicate(email: StoredEmail): boolean {
    this.#refresh();
    return this.#duplicates.has(email);
  }

  /** What a search looks at. It is kept after the first search, except for very long texts. */
  searchText(email: StoredEmail): string {
    const known = this.#texts.get(email);
    if (known !== undefined) return known;
    const text = searchTextOf(email, this.#stored);
    if (text.length <= MAX_KEPT_TEXT) this.#texts.set(email, text);
    return text;
  }

  /** Whether a key was there before. */
  #isRepeated(key: string | undefined): boolean {
    if (key === undefined) return false;
    const { size } = this.#seen;
    return this.#seen.add(key).size === size;
  }

  #refresh(): void {
    const { all } = this.#emails;
    for (; this.#read < all.length; this.#read += 1) {
      const email = all[this.#read];
      if (email !== undefined) this.#add(email);
    }
  }

  #add(email: StoredEmail): void {
    push(this.#threads, email.threadId, email);
    if (email.leadId !== undefined) push(this.#byLead, email.leadId, email);
    if (this.#isRepeated(replyKey(email))) this.#secondReplies.add(email);
    if (this.#isRepeated(contentKey(email))) this.#duplicates.add(email);
    const { campaign, type } = email;
    if (campaign === undefined || type === 3) return;
    const mails = this.#campaigns.get(campaign) ?? new CampaignMails();
    this.#campaigns.set(campaign, mails);
    const row = email.leadId === undefined ? undefined : this.#stored.rowOf(email.leadId);
    if (type === 1) {
      const position = `${email.step ?? 0}_${email.variant ?? 0}`;
      this.#positions.set(email.messageId, position);
      mails.add(email, "sent", position, row);
    } else {
      const position = this.#positions.get(email.headers["In-Reply-To"] ?? "");
      mails.add(email, email.isAutoReply === true ? "auto_replied" : "replied", position, row);
    }
  }
}

/** What a search for an email looks at, in lower case, with a zero character between two fields. */
function searchTextOf({ subject, from, to, cc, leadId }: StoredEmail, leads: Workspace["leads"]): string {
  const lead = leadId === undefined ? undefined : leads.withId(leadId);
  return [subject, from, ...to, ...cc, lead === undefined ? "" : fullName(lead)].join("\0").toLowerCase();
}

function push(lists: Map<string, StoredEmail[]>, key: string, email: StoredEmail): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [email]);
  else list.push(email);
}

function replyKey({ type, headers }: StoredEmail): string | undefined {
  return type === 3 ? `reply ${headers["In-Reply-To"]}` : undefined;
}

function contentKey({ type, to, subject, text = "" }: StoredEmail): string | undefined {
  return type === 2 ? undefined : `content ${to[0]?.toLowerCase()} ${text.length} ${hash(`${subject}\n${text}`)}`;
}

/** A hash of 53 bits. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
