import { setMaxListeners } from "node:events";
import { turnClock } from "./control/turn-clock.ts";
import { FaultPlans } from "./faults/fault-plans.ts";
import { readFaultPlan } from "./faults/read-fault-plan.ts";
import { inProcessFetch } from "./in-process-fetch.ts";
import { Journal } from "./journal/journal.ts";
import { outbox } from "./outbox.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SandboxSettings } from "./sandbox-options.ts";
import { SandboxState } from "./sandbox-state.ts";
import { HttpServer } from "./server/http-server.ts";
import { RequestHandler } from "./server/request-handler.ts";
import type { SandboxParts } from "./server/sandbox-parts.ts";
import { SnapshotFile } from "./snapshot/snapshot-file.ts";
import type { SnapshotEnd } from "./snapshot/verify-snapshot.ts";
import { timestamp } from "./state/virtual-clock.ts";

/** A sandbox, the server in front of it, and what puts its state on the disk. */
interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly server: HttpServer;
  readonly save: SandboxParts["save"];
  /** Leaves the snapshot file as it is, and to others. */
  readonly release: () => void;
}

/** Puts a sandbox together: the state, the server in front of it, and the object that controls both. */
export function openSandbox(settings: SandboxSettings): OpenSandbox {
  const state = new SandboxState(settings);
  const file = openFile(settings, state);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const parts = partsOf(settings, state, file, closing.signal);
  const handler = new RequestHandler(parts);
  const server = new HttpServer(handler);
  const { journal, faults } = parts;
  /** Acts on a state that is up to date with a running clock. */
  const now = <Result>(act: () => Result): Result => {
    parts.catchUp();
    return act();
  };
  const change = <Result>(act: () => Result): Result => {
    const result = now(act);
    file?.write();
    return result;
  };
  const sandbox: Sandbox = {
    fetch: inProcessFetch(handler, closing.signal),
    keys: { ...state.keys.keys, withScopes: (...scopes) => change(() => state.keys.mint(scopes)) },
    workspaces: state.workspaces,
    now: () => now(() => timestamp(state.world.clock.now)),
    advance: (duration) => change(() => turnClock(state, { advance: duration })),
    setClock: (time) => change(() => turnClock(state, { set: time })),
    runUntilIdle: () => change(() => state.runUntilIdle()),
    outbox: () => now(() => outbox(state.world)),
    journal: () => journal.report(),
    clearJournal: () => journal.clear(),
    plan: (fault) => faults.add(readFaultPlan(fault)),
    clearFaults: () => faults.clear(),
    reset: () => change(() => state.reset()),
    snapshot: () => now(() => `${state.snapshotLines().join("\n")}\n`),
    restore: (snapshot) => change(() => void state.restore(snapshot.split("\n"))),
    load: (scenario) => change(() => state.load(scenario)),
    generateLeads: (leads) => change(() => state.generateLeads(leads)),
    close: async () => {
      closing.abort();
      await server.close();
      await file?.close();
    },
  };
  return { sandbox, server, save: parts.save, release: () => file?.release() };
}

function partsOf(
  settings: SandboxSettings,
  state: SandboxState,
  file: SnapshotFile | undefined,
  closing: AbortSignal,
): SandboxParts {
  let lastCaughtUp = performance.now();
  return {
    state,
    journal: new Journal(),
    faults: new FaultPlans(),
    limits: new WeakMap(),
    wallClock: () => performance.now(),
    save: () => file?.save(),
    catchUp: () => {
      if (settings.clock === "manual") return;
      const passed = Math.floor(performance.now() - lastCaughtUp);
      lastCaughtUp += passed;
      if (state.advance(passed).events > 0) void file?.save().catch(() => {});
    },
    closing,
  };
}

/** A snapshot that cannot be read is refused, and the file is left as it is. */
function openFile({ snapshotFile }: SandboxSettings, state: SandboxState): SnapshotFile | undefined {
  if (snapshotFile === undefined) return undefined;
  const file = new SnapshotFile(snapshotFile, () => ({ world: state.world, minted: state.keys.minted }));
  try {
    const lines = file.read();
    if (lines !== undefined) file.goOn(restored(state, lines, snapshotFile));
    return file;
  } catch (error) {
    file.release();
    throw error;
  }
}

function restored(state: SandboxState, lines: readonly string[], snapshotFile: string): SnapshotEnd {
  try {
    return state.restore(lines);
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`snapshotFile ${snapshotFile} is refused and was left untouched: ${reason}`, { cause: error });
  }
}
