import { EventQueue } from "./event-queue.ts";
import type { IdState } from "./id-source.ts";
import { IdSource } from "./id-source.ts";
import type { RandomState } from "./random.ts";
import { Random } from "./random.ts";
import { VirtualClock } from "./virtual-clock.ts";
import { Workspace } from "./workspace.ts";

/** The initial state of a database: a seed, or the state of an earlier database. */
export interface DatabaseStart {
  readonly now: number;
  readonly random: number | string | RandomState;
  readonly threads: "token" | "uuid";
  readonly ids?: IdState;
}

/** The whole state of a sandbox: clock, random numbers, scheduled events and workspaces. */
export class Database {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly ids: IdSource;
  readonly events: EventQueue = new EventQueue();
  readonly workspaces: Map<string, Workspace> = new Map();

  constructor(start: DatabaseStart) {
    this.clock = new VirtualClock(start.now);
    this.random = new Random(start.random);
    this.ids = new IdSource(this.random, start.threads, start.ids);
  }

  /** Adds an empty workspace. */
  addWorkspace(id: string): Workspace {
    const workspace = new Workspace(id);
    this.workspaces.set(id, workspace);
    return workspace;
  }
}
