import type { ClockReport } from "./engine/run-clock.ts";
import { runTo, runUntilIdle } from "./engine/run-clock.ts";
import { KeyStore } from "./keys/key-store.ts";
import type { HandlerContext } from "./operations/handler.ts";
import type { SandboxSettings } from "./options/sandbox-options.ts";
import type { GeneratedLeads } from "./scenarios/generate-leads.ts";
import { generateLeads } from "./scenarios/generate-leads.ts";
import { findScenario } from "./scenarios/scenarios.ts";
import { readSnapshot } from "./snapshot/read-snapshot.ts";
import { snapshotLines } from "./snapshot/snapshot-lines.ts";
import type { SnapshotEnd } from "./snapshot/verify-snapshot.ts";
import { Database } from "./state/database.ts";
import { IdSource } from "./state/id-source.ts";
import { Random } from "./state/random.ts";
import type { Workspace } from "./state/workspace.ts";

/** The creation time of the workspaces. It is constant, so that their ids depend on the seed only. */
const CREATED_AT = Date.UTC(2026, 8, 6, 8);

/** The state of a sandbox, and all operations on it other than API calls. */
export class SandboxState {
  readonly settings: SandboxSettings;
  readonly keys: KeyStore;
  /** The main workspace, and one that the full key can access with `x-as-workspace`. */
  readonly workspaces: { readonly main: string; readonly sub: string };
  #database: Database;

  constructor(settings: SandboxSettings) {
    this.settings = settings;
    this.keys = new KeyStore(settings.seed);
    const ids = new IdSource(new Random(`workspaces:${settings.seed}`), "uuid");
    this.workspaces = { main: ids.ordered(CREATED_AT), sub: ids.ordered(CREATED_AT) };
    this.#database = this.#emptyDatabase();
    this.reset();
  }

  get database(): Database {
    return this.#database;
  }

  /** The context of a handler for a workspace. */
  context(workspace: Workspace = this.#mainWorkspace()): HandlerContext {
    const { mode, assumptions, accounts } = this.settings;
    return { database: this.#database, workspace, mode, assumptions, accounts };
  }

  advance(milliseconds: number): ClockReport {
    return this.setClock(this.#database.clock.now + milliseconds);
  }

  setClock(time: number): ClockReport {
    return runTo(this.#database, time, this.settings.assumptions.autoInterest);
  }

  runUntilIdle(): ClockReport {
    return runUntilIdle(this.#database, this.settings.assumptions.autoInterest);
  }

  /** Returns to the initial state. */
  reset(): void {
    this.load(this.settings.scenario);
  }

  load(scenario: unknown): void {
    const { prepare } = findScenario(scenario);
    this.#database = this.#emptyDatabase();
    prepare(this.context());
  }

  generateLeads(leads: GeneratedLeads): void {
    generateLeads(this.#database, this.#mainWorkspace(), leads);
  }

  snapshotLines(): string[] {
    return [...snapshotLines(this.#database, this.keys.minted)];
  }

  /** @throws Error if the snapshot is invalid. The state is then unchanged. */
  restore(snapshot: readonly string[]): SnapshotEnd {
    const { database, minted, end } = readSnapshot(snapshot, this.settings.mode);
    if (!database.workspaces.has(this.workspaces.main)) {
      throw new Error(`it was made with another seed than ${JSON.stringify(this.settings.seed)}`);
    }
    for (const scopes of minted) this.keys.mint(scopes);
    this.#database = database;
    for (const id of Object.values(this.workspaces)) if (!database.workspaces.has(id)) this.#addWorkspace(database, id);
    return end;
  }

  #mainWorkspace(): Workspace {
    return (
      this.#database.workspaces.get(this.workspaces.main) ?? this.#addWorkspace(this.#database, this.workspaces.main)
    );
  }

  #emptyDatabase(): Database {
    const { start, seed, mode } = this.settings;
    const database = new Database({ now: start, random: seed, threads: mode === "document" ? "uuid" : "token" });
    for (const id of Object.values(this.workspaces)) this.#addWorkspace(database, id);
    return database;
  }

  #addWorkspace(database: Database, id: string): Workspace {
    const workspace = database.addWorkspace(id);
    for (const account of this.settings.accounts ?? []) workspace.accounts.add(account.toLowerCase());
    return workspace;
  }
}
