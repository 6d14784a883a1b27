import { localTime } from "../engine/time-zone.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { Workspace } from "../state/workspace.ts";

/** What can have happened to a lead at a step, as far as emails show it. */
type MailEvent = "sent" | "replied" | "auto_replied";

/** The emails of a campaign by step and day. */
class CampaignMails {
  readonly #all: { readonly email: StoredEmail; readonly event: MailEvent }[] = [];
  readonly #leads = new Map<string, Set<string>>();
  readonly #sent = new Map<string, number>();
  #days = new Map<string, { sent: number; received: number }>();
  #zone = "";
  #counted = 0;

  /** The number of campaign emails. */
  sent = 0;

  /** Adds an email: at a position such as `1_0`, step and variant from 0. */
  add(email: StoredEmail, event: MailEvent, position: string | undefined): void {
    this.#all.push({ email, event });
    if (event === "sent") this.sent += 1;
    if (position === undefined) return;
    const key = `${event} ${position}`;
    if (event === "sent") this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
    const leads = this.#leads.get(key) ?? new Set();
    this.#leads.set(key, leads.add(email.leadId ?? ""));
  }

  /** The number of emails for `sent`, and of leads for the others. */
  count(event: MailEvent, position: string): number {
    const key = `${event} ${position}`;
    return event === "sent" ? (this.#sent.get(key) ?? 0) : (this.#leads.get(key)?.size ?? 0);
  }

  has(event: MailEvent, position: string, lead: string): boolean {
    return this.#leads.get(`${event} ${position}`)?.has(lead) === true;
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
  readonly #threads = new Map<string, StoredEmail[]>();
  readonly #byLead = new Map<string, StoredEmail[]>();
  readonly #campaigns = new Map<string, CampaignMails>();
  /** The position of each campaign email by its Message-ID. */
  readonly #positions = new Map<string, string>();
  /** The first manual reply to each Message-ID, and the first email with each content, by id. */
  readonly #firsts = new Map<string, string>();
  #read = 0;

  constructor({ emails }: Workspace) {
    this.#emails = emails;
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
    return this.#isRepeated(email, replyKey(email));
  }

  /** Whether the same content was sent to the same recipient before. */
  isDuplicate(email: StoredEmail): boolean {
    this.#refresh();
    return this.#isRepeated(email, contentKey(email));
  }

  #isRepeated({ id }: StoredEmail, key: string | undefined): boolean {
    const first = key === undefined ? undefined : this.#firsts.get(key);
    return first !== undefined && first !== id;
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
    for (const key of [replyKey(email), contentKey(email)]) {
      if (key !== undefined && !this.#firsts.has(key)) this.#firsts.set(key, email.id);
    }
    const { campaign, type } = email;
    if (campaign === undefined || type === 3) return;
    const mails = this.#campaigns.get(campaign) ?? new CampaignMails();
    this.#campaigns.set(campaign, mails);
    if (type === 1) {
      const position = `${email.step ?? 0}_${email.variant ?? 0}`;
      this.#positions.set(email.messageId, position);
      mails.add(email, "sent", position);
    } else {
      const position = this.#positions.get(email.headers["In-Reply-To"] ?? "");
      mails.add(email, email.isAutoReply === true ? "auto_replied" : "replied", position);
    }
  }
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
