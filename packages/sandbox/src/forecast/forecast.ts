import { processNext } from "../engine/run-clock.ts";
import type { Database } from "../state/database.ts";
import type { ForkedWorkspace } from "../state/forked-database.ts";
import { ForkedDatabase } from "../state/forked-database.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import type { LeadEvent, StoredLead } from "../state/stored-lead.ts";

/** How far a forecast may run in all, and for how long without a pause. */
export interface ForecastLimits {
  readonly events: number;
  /** Real time, after the first events. */
  readonly ms: number;
}

/** Few enough that a request does not block the sandbox. The next request continues where the last one stopped. */
const LIMITS: ForecastLimits = { events: 20_000, ms: 40 };
/** So many events are processed even on a busy machine, unless they take far longer than usual. */
const LEAST_EVENTS = 500;
const MOST_MS = 1000;

/** An email that will be sent or received if nobody interferes. */
export interface PlannedEmail {
  readonly workspace: string;
  readonly email: StoredEmail;
}

/** What will happen if nobody interferes: the engine itself, run ahead on a fork of the database. */
export class Forecast {
  readonly #fork: ForkedDatabase;
  readonly #autoInterest: boolean;
  readonly #emails: PlannedEmail[] = [];
  readonly #firstOfCampaign = new Map<string, PlannedEmail>();
  readonly #byLead = new Map<string, PlannedEmail[]>();
  #events = 0;

  constructor(database: Database, autoInterest: boolean) {
    this.#fork = new ForkedDatabase(database);
    this.#autoInterest = autoInterest;
    for (const { id, emails } of this.#fork.workspaces.values()) {
      emails.onAdd = (email) => this.#add({ workspace: id, email });
    }
  }

  /** The emails found so far, in order. */
  get emails(): readonly PlannedEmail[] {
    return this.#emails;
  }

  /** How far the forecast reaches, in virtual time; undefined if nothing is scheduled after it. */
  get end(): number | undefined {
    return this.#fork.events.nextAt();
  }

  /** The number of events that were processed. */
  get events(): number {
    return this.#events;
  }

  /**
   * Runs ahead until a condition is met, or nothing is scheduled any more.
   *
   * @returns false if a limit was reached before.
   */
  runUntil(isDone: () => boolean, { events, ms }: ForecastLimits = LIMITS): boolean {
    const startedAt = performance.now();
    for (let processed = 0; ; processed += 1) {
      if (isDone()) return true;
      const at = this.#fork.events.nextAt();
      if (at === undefined) return true;
      const passed = performance.now() - startedAt;
      if (this.#events >= events || (passed > ms && processed >= LEAST_EVENTS) || passed > Math.max(ms, MOST_MS))
        return false;
      processNext(this.#fork, at, this.#autoInterest);
      this.#events += 1;
    }
  }

  /** The time of the last scheduled event of a recipient of a lead; undefined if there is none. */
  lastEventOf(lead: StoredLead): number | undefined {
    let last: number | undefined;
    for (const event of this.#fork.events.values()) {
      if (event.kind !== "recipient" || !(event.at > (last ?? 0))) continue;
      if (this.#workspace(event.workspace)?.emails.withId(event.email)?.leadId === lead.id) last = event.at;
    }
    return last;
  }

  /** Whether everything up to a time was processed. */
  isPast(time: number): boolean {
    const next = this.end;
    return next === undefined || next > time;
  }

  /** The next campaign email of all campaigns, or of one; undefined if it was not found. */
  firstSend(campaign?: string): PlannedEmail | undefined {
    if (campaign !== undefined) return this.#firstOfCampaign.get(campaign);
    return this.#emails.find(({ email }) => email.type === 1);
  }

  /** The emails of a lead found so far. */
  emailsOf(lead: StoredLead): readonly PlannedEmail[] {
    return this.#byLead.get(lead.id) ?? [];
  }

  /** The state of a lead at the end of the forecast. */
  leadAtEnd(workspace: string, lead: StoredLead): StoredLead {
    return this.#workspace(workspace)?.leads.current(lead) ?? lead;
  }

  /** The planned events of a lead other than emails, found so far. */
  eventsOf(workspace: string, lead: StoredLead): LeadEvent[] {
    const past = lead.activity?.history ?? [];
    return (this.leadAtEnd(workspace, lead).activity?.history ?? []).filter((event) => !past.includes(event));
  }

  #workspace(id: string): ForkedWorkspace | undefined {
    return this.#fork.workspaces.get(id);
  }

  #add(planned: PlannedEmail): void {
    const { campaign, leadId, type } = planned.email;
    this.#emails.push(planned);
    if (type === 1 && campaign !== undefined && !this.#firstOfCampaign.has(campaign)) {
      this.#firstOfCampaign.set(campaign, planned);
    }
    if (leadId === undefined) return;
    const known = this.#byLead.get(leadId);
    if (known === undefined) this.#byLead.set(leadId, [planned]);
    else known.push(planned);
  }
}
