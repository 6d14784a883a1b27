import type { CampaignQueue } from "./campaign-queue.ts";
import type { EventQueue } from "./event-queue.ts";
import type { IdSource } from "./id-source.ts";
import type { LeadAccess } from "./lead-access.ts";
import type { Random } from "./random.ts";
import type { ScriptedReply } from "./scripted-reply.ts";
import type { EditableCampaign, StoredCampaign } from "./stored-campaign.ts";
import type { StoredEmail } from "./stored-email.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** The part of a workspace that the engine uses. */
export interface WorkspaceAccess {
  readonly id: string;
  readonly leads: LeadAccess;
  readonly campaigns: {
    withId(id: string): StoredCampaign | undefined;
    edit(campaign: StoredCampaign): EditableCampaign;
  };
  readonly emails: {
    withId(id: string): StoredEmail | undefined;
    add(email: StoredEmail): void;
  };
  /** The replies that a scenario has written, by address in lower case. */
  readonly script: ReadonlyMap<string, readonly ScriptedReply[]>;
  readonly queues: {
    get(campaign: string): CampaignQueue | undefined;
    set(campaign: string, queue: CampaignQueue): unknown;
  };
}

/** The part of a database that the engine uses. A fork has it too, so that the engine can run ahead. */
export interface DatabaseAccess {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly ids: IdSource;
  readonly events: EventQueue;
  readonly workspaces: {
    get(id: string): WorkspaceAccess | undefined;
    values(): Iterable<WorkspaceAccess>;
  };
}
