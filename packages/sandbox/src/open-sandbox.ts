import { setMaxListeners } from "node:events";
import { ControlLoader, controlRoutes } from "./control/control-routes.ts";
import { moveClock } from "./control/move-clock.ts";
import { FaultPlans } from "./faults/fault-plans.ts";
import { readFaultPlan } from "./faults/read-fault-plan.ts";
import { Journal } from "./journal/journal.ts";
import { RequestLog } from "./journal/request-log.ts";
import { ChangeFeed } from "./live/change-feed.ts";
import type { SandboxSettings } from "./options/sandbox-options.ts";
import type { Sandbox } from "./sandbox.ts";
import { SandboxState } from "./sandbox-state.ts";
import { outbox } from "./serialize/outbox.ts";
import { HttpServer } from "./server/http-server.ts";
import { inProcessFetch } from "./server/in-process-fetch.ts";
import type { PageFinder } from "./server/request-handler.ts";
import { RequestHandler } from "./server/request-handler.ts";
import type { ServerContext } from "./server-context.ts";
import { SnapshotFile } from "./snapshot/snapshot-file.ts";
import type { SnapshotEnd } from "./snapshot/verify-snapshot.ts";
import { timestamp } from "./state/virtual-clock.ts";

/** A sandbox, its server, and the functions that save its state. */
interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly server: HttpServer;
  readonly save: ServerContext["save"];
  /** Releases the snapshot file without writing it. */
  readonly release: () => void;
}

/** Creates a sandbox: the state, the server, and the object that controls both. */
export function openSandbox(settings: SandboxSettings, page?: PageFinder): OpenSandbox {
  const state = new SandboxState(settings);
  const file = openFile(settings, state);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const context = partsOf(settings, state, file, closing.signal);
  const loader = new ControlLoader(context);
  const handler = new RequestHandler(context, controlRoutes(context, loader), page);
  const server = new HttpServer(handler);
  const { journal, log, faults, changes } = context;
  /** Updates a running clock, then calls the function. */
  const now = <Result>(act: () => Result): Result => {
    context.catchUp();
    return act();
  };
  const change = <Result>(act: () => Result): Result => {
    const result = now(act);
    changes.changed();
    file?.write();
    return result;
  };
  const fetch = inProcessFetch(handler, closing.signal);
  const sandbox: Sandbox = {
    fetch,
    clientOptions: {
      apiKey: state.keys.keys.full,
      // Never the real API, even for a client with another fetch.
      baseUrl: "http://localhost",
      fetch,
      rateLimiter: false,
      retry: { minDelayMs: 0, maxDelayMs: 0, rateLimitDelaysMs: [0] },
    },
    keys: { ...state.keys.keys, withScopes: (...scopes) => change(() => state.keys.mint(scopes)) },
    workspaces: state.workspaces,
    now: () => now(() => timestamp(state.database.clock.now)),
    advance: (duration) => change(() => moveClock(state, { advance: duration })),
    setClock: (time) => change(() => moveClock(state, { set: time })),
    runUntilIdle: () => change(() => state.runUntilIdle()),
    outbox: () => now(() => outbox(state.database)),
    journal: () => journal.report(),
    clearJournal: () => {
      journal.clear();
      log.clear();
      changes.noticed();
    },
    plan: (fault) => {
      faults.add(readFaultPlan(fault));
      changes.noticed();
    },
    clearFaults: () => {
      faults.clear();
      changes.noticed();
    },
    waitForEmail: async (query) => {
      context.catchUp();
      const mail = await loader.use((control) => control.waitForEmail(query));
      await context.save();
      return mail;
    },
    reset: () => change(() => state.reset()),
    snapshot: () => now(() => `${state.snapshotLines().join("\n")}\n`),
    restore: (snapshot) => change(() => void state.restore(snapshot.split("\n"))),
    load: (scenario) => change(() => state.loadFile(scenario)),
    generateLeads: (leads) => change(() => state.generateLeads(leads)),
    close: async () => {
      closing.abort();
      await server.close();
      await file?.close();
    },
  };
  return { sandbox, server, save: context.save, release: () => file?.release() };
}

function partsOf(
  settings: SandboxSettings,
  state: SandboxState,
  file: SnapshotFile | undefined,
  closing: AbortSignal,
): ServerContext {
  let lastCaughtUp = performance.now();
  const changes = new ChangeFeed();
  return {
    state,
    journal: new Journal(),
    log: new RequestLog(),
    changes,
    faults: new FaultPlans(),
    limits: new WeakMap(),
    realTime: () => performance.now(),
    save: () => file?.save(),
    catchUp: () => {
      if (settings.clock === "manual") return;
      const passed = Math.floor(performance.now() - lastCaughtUp);
      lastCaughtUp += passed;
      if (passed > 0) changes.changed();
      if (state.advance(passed).events > 0) void file?.save().catch(() => {});
    },
    closing,
  };
}

/** Opens the snapshot file. An invalid snapshot is rejected, and the file is not modified. */
function openFile({ snapshotFile }: SandboxSettings, state: SandboxState): SnapshotFile | undefined {
  if (snapshotFile === undefined) return undefined;
  const file = new SnapshotFile(snapshotFile, () => ({ database: state.database, minted: state.keys.minted }));
  try {
    const lines = file.read();
    if (lines !== undefined) file.continueFrom(restored(state, lines, snapshotFile));
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
    throw new Error(`snapshotFile ${snapshotFile} is invalid and was not modified: ${reason}`, { cause: error });
  }
}
