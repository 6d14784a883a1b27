import type { ClockReport } from "./engine/run-clock.ts";
import { runTo, runUntilIdle } from "./engine/run-clock.ts";
import { KeyStore } from "./keys/key-store.ts";
import type { Scene } from "./operations/handler.ts";
import type { SandboxSettings } from "./sandbox-options.ts";
import type { GeneratedLeads } from "./scenarios/generate-leads.ts";
import { generateLeads } from "./scenarios/generate-leads.ts";
import { scenarioNamed } from "./scenarios/scenarios.ts";
import { readSnapshot } from "./snapshot/read-snapshot.ts";
import { snapshotLines } from "./snapshot/snapshot-lines.ts";
import type { SnapshotEnd } from "./snapshot/verify-snapshot.ts";
import { IdSource } from "./state/id-source.ts";
import { Random } from "./state/random.ts";
import type { Workspace } from "./state/workspace.ts";
import { World } from "./state/world.ts";

/** When the workspaces were made: whatever the clock starts with, a seed has the same ones. */
const FOUNDED = Date.UTC(2026, 8, 6, 8);

/** The one state of a sandbox, and everything that changes it other than the API. */
export class SandboxState {
  readonly settings: SandboxSettings;
  readonly keys: KeyStore;
  /** The main workspace and one that the full key reaches with `x-as-workspace`. */
  readonly workspaces: { readonly main: string; readonly sub: string };
  #world: World;

  constructor(settings: SandboxSettings) {
    this.settings = settings;
    this.keys = new KeyStore(settings.seed);
    const ids = new IdSource(new Random(`workspaces:${settings.seed}`), "uuid");
    this.workspaces = { main: ids.ordered(FOUNDED), sub: ids.ordered(FOUNDED) };
    this.#world = this.#emptyWorld();
  }

  get world(): World {
    return this.#world;
  }

  /** Where a call on a workspace takes place. */
  scene(workspace: Workspace = this.#mainWorkspace()): Scene {
    const { mode, unknowns, accounts } = this.settings;
    return { world: this.#world, workspace, mode, unknowns, accounts };
  }

  advance(milliseconds: number): ClockReport {
    return this.setClock(this.#world.clock.now + milliseconds);
  }

  setClock(time: number): ClockReport {
    return runTo(this.#world, time, this.settings.unknowns.autoInterest);
  }

  runUntilIdle(): ClockReport {
    return runUntilIdle(this.#world, this.settings.unknowns.autoInterest);
  }

  reset(): void {
    this.#world = this.#emptyWorld();
  }

  load(scenario: unknown): void {
    const { prepare } = scenarioNamed(scenario);
    this.reset();
    prepare(this.scene());
  }

  generateLeads(leads: GeneratedLeads): void {
    generateLeads(this.#world, this.#mainWorkspace(), leads);
  }

  snapshotLines(): string[] {
    return [...snapshotLines(this.#world, this.keys.minted)];
  }

  /** @throws Error saying what is wrong with the snapshot; the state then stays as it was. */
  restore(snapshot: readonly string[]): SnapshotEnd {
    const { world, minted, end } = readSnapshot(snapshot, this.settings.mode);
    if (!world.workspaces.has(this.workspaces.main)) {
      throw new Error(`it was made with another seed than ${JSON.stringify(this.settings.seed)}`);
    }
    for (const scopes of minted) this.keys.mint(scopes);
    this.#world = world;
    for (const id of Object.values(this.workspaces)) if (!world.workspaces.has(id)) this.#addWorkspace(world, id);
    return end;
  }

  #mainWorkspace(): Workspace {
    return this.#world.workspaces.get(this.workspaces.main) ?? this.#addWorkspace(this.#world, this.workspaces.main);
  }

  #emptyWorld(): World {
    const { start, seed, mode } = this.settings;
    const world = new World({ now: start, random: seed, threads: mode === "document" ? "uuid" : "token" });
    for (const id of Object.values(this.workspaces)) this.#addWorkspace(world, id);
    return world;
  }

  #addWorkspace(world: World, id: string): Workspace {
    const workspace = world.addWorkspace(id);
    for (const account of this.settings.accounts ?? []) workspace.accounts.add(account.toLowerCase());
    return workspace;
  }
}
