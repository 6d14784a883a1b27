import type { CampaignQueue } from "./campaign-queue.ts";
import type { Database } from "./database.ts";
import type { DatabaseAccess, WorkspaceAccess } from "./database-access.ts";
import type { EventQueue } from "./event-queue.ts";
import type { IdSource } from "./id-source.ts";
import type { LeadAccess } from "./lead-access.ts";
import { Random } from "./random.ts";
import type { EditableCampaign, StoredCampaign } from "./stored-campaign.ts";
import type { StoredEmail } from "./stored-email.ts";
import type { EditableLead, StoredLead } from "./stored-lead.ts";
import { VirtualClock } from "./virtual-clock.ts";
import type { Workspace } from "./workspace.ts";

/**
 * A copy of a database on which the engine can run ahead. Leads, campaigns and queues are copied when they are first
 * changed, so a fork of a million leads takes milliseconds. It is only valid until the database itself changes.
 */
export class ForkedDatabase implements DatabaseAccess {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly ids: IdSource;
  readonly events: EventQueue;
  readonly workspaces: Map<string, ForkedWorkspace> = new Map();

  constructor({ clock, random, ids, events, workspaces }: Database) {
    this.clock = new VirtualClock(clock.now);
    this.random = new Random(random.state);
    this.ids = ids.copy(this.random);
    this.events = events.copy();
    for (const [id, workspace] of workspaces) this.workspaces.set(id, new ForkedWorkspace(workspace));
  }
}

/** The copy of a workspace. */
export class ForkedWorkspace implements WorkspaceAccess {
  readonly id: string;
  readonly script: WorkspaceAccess["script"];
  readonly leads: ForkedLeads;
  readonly campaigns: ForkedCampaigns;
  readonly emails: ForkedEmails;
  readonly queues: ForkedQueues;

  constructor(workspace: Workspace) {
    this.id = workspace.id;
    this.script = workspace.script;
    this.leads = new ForkedLeads(workspace);
    this.campaigns = new ForkedCampaigns(workspace);
    this.emails = new ForkedEmails(workspace);
    this.queues = new ForkedQueues(workspace, this.leads);
  }
}

class ForkedLeads implements LeadAccess {
  readonly #stored: Workspace["leads"];
  readonly #copies = new Map<string, EditableLead>();
  /** Called before a lead is edited, with its state before. */
  onEdit: ((before: StoredLead) => void) | undefined;

  constructor({ leads }: Workspace) {
    this.#stored = leads;
  }

  withId(id: string): StoredLead | undefined {
    const lead = this.#stored.withId(id);
    return lead && this.current(lead);
  }

  *ofCampaign(id: string): Generator<StoredLead> {
    for (const lead of this.#stored.ofCampaign(id)) yield this.current(lead);
  }

  has(lead: StoredLead): boolean {
    return this.#stored.has(lead);
  }

  current(lead: StoredLead): StoredLead {
    return this.#copies.get(lead.id) ?? lead;
  }

  edit(lead: StoredLead): EditableLead {
    const known = this.#copies.get(lead.id);
    this.onEdit?.(known ?? lead);
    if (known !== undefined) return known;
    const { activity } = lead;
    const copy = { ...lead, ...(activity === undefined ? {} : { activity: { ...activity } }) } as EditableLead;
    this.#copies.set(lead.id, copy);
    return copy;
  }

  /** A fork has no indexes. */
  settle(): void {}
}

class ForkedCampaigns {
  readonly #stored: Workspace["campaigns"];
  readonly #copies = new Map<string, EditableCampaign>();

  constructor({ campaigns }: Workspace) {
    this.#stored = campaigns;
  }

  withId(id: string): StoredCampaign | undefined {
    return this.#copies.get(id) ?? this.#stored.withId(id);
  }

  edit(campaign: StoredCampaign): EditableCampaign {
    const known = this.#copies.get(campaign.id);
    if (known !== undefined) return known;
    const { progress } = campaign;
    const copy = {
      ...campaign,
      progress: { ...progress, variantTurns: [...progress.variantTurns] },
    } as unknown as EditableCampaign;
    this.#copies.set(campaign.id, copy);
    return copy;
  }
}

class ForkedEmails {
  readonly #stored: Workspace["emails"];
  readonly #added = new Map<string, StoredEmail>();
  /** Called for every email that the engine adds. */
  onAdd: ((email: StoredEmail) => void) | undefined;

  constructor({ emails }: Workspace) {
    this.#stored = emails;
  }

  withId(id: string): StoredEmail | undefined {
    return this.#added.get(id) ?? this.#stored.withId(id);
  }

  add(email: StoredEmail): void {
    this.#added.set(email.id, email);
    this.onAdd?.(email);
  }
}

class ForkedQueues {
  readonly #stored: Workspace["queues"];
  readonly #leads: ForkedLeads;
  readonly #copies = new Map<string, CampaignQueue>();

  constructor({ queues }: Workspace, leads: ForkedLeads) {
    this.#stored = queues;
    this.#leads = leads;
  }

  get(campaign: string): CampaignQueue | undefined {
    const known = this.#copies.get(campaign);
    if (known !== undefined) return known;
    const copy = this.#stored.get(campaign)?.fork(this.#leads);
    if (copy !== undefined) this.#copies.set(campaign, copy);
    return copy;
  }

  set(campaign: string, queue: CampaignQueue): void {
    this.#copies.set(campaign, queue);
  }
}
