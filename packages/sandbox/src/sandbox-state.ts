import type { ClockReport } from "./engine/run-clock.ts";
import { ClockRun, runTo, runUntilIdle } from "./engine/run-clock.ts";
import { KeyStore } from "./keys/key-store.ts";
import type { HandlerContext } from "./operations/handler.ts";
import type { SandboxSettings } from "./options/sandbox-options.ts";
import { isScenarioFile } from "./options/sandbox-options.ts";
import type { GeneratedLeads } from "./scenarios/generate-leads.ts";
import { generateLeads } from "./scenarios/generate-leads.ts";
import type { Scenario } from "./scenarios/read-scenario.ts";
import { readScenarioFile, readScenarioText } from "./scenarios/scenario-file.ts";
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

function openScenario(scenario: string): Scenario {
  return isScenarioFile(scenario) ? readScenarioFile(scenario) : findScenario(scenario);
}

/** The state of a sandbox, and all operations on it other than API calls. */
export class SandboxState {
  readonly settings: SandboxSettings;
  readonly keys: KeyStore;
  /** The main workspace, and one that the full key can access with `x-as-workspace`. */
  readonly workspaces: { readonly main: string; readonly sub: string };
  #database: Database;
  #generation = 0;
  /** Read once, so that a file that was changed or deleted does not change what a reset returns to. */
  readonly #initial: Scenario;

  constructor(settings: SandboxSettings) {
    this.settings = settings;
    this.keys = new KeyStore(settings.seed);
    const ids = new IdSource(new Random(`workspaces:${settings.seed}`), "uuid");
    this.workspaces = { main: ids.ordered(CREATED_AT), sub: ids.ordered(CREATED_AT) };
    this.#initial = openScenario(settings.scenario);
    this.#database = this.#emptyDatabase();
    this.reset();
  }

  /** Grows with every reset, scenario and restored snapshot. */
  get generation(): number {
    return this.#generation;
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

  /** Starts a move of the clock that can be interrupted. */
  startRun(to: number | undefined): ClockRun {
    return new ClockRun(this.#database, to, this.settings.assumptions.autoInterest);
  }

  runUntilIdle(): ClockReport {
    return runUntilIdle(this.#database, this.settings.assumptions.autoInterest);
  }

  /** Returns to the initial state. */
  reset(): void {
    this.#prepare(this.#initial);
  }

  /** Replaces the state by a scenario: a name, or the one of the start. */
  load(scenario: unknown): void {
    this.#prepare(scenario === this.settings.scenario ? this.#initial : findScenario(scenario));
  }

  /** Replaces the state by a scenario: a name or a file. */
  loadFile(scenario: string): void {
    this.#prepare(openScenario(scenario));
  }

  /** Replaces the state by a scenario in YAML. */
  loadText(text: string): void {
    this.#prepare(readScenarioText(text, "text"));
  }

  /** The title of the scenario of the start. */
  get initialTitle(): string {
    return this.#initial.title;
  }

  /** A scenario that cannot be prepared changes nothing. */
  #prepare({ prepare }: Scenario): void {
    const before = this.#database;
    try {
      this.#database = this.#emptyDatabase();
      prepare(this.context());
      this.#generation += 1;
    } catch (error) {
      this.#database = before;
      throw error;
    }
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
    this.#generation += 1;
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
