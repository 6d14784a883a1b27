import type { FaultPlans } from "./faults/fault-plans.ts";
import type { Journal } from "./journal/journal.ts";
import type { RequestLog } from "./journal/request-log.ts";
import type { WorkspaceLimits } from "./limits/workspace-limits.ts";
import type { ChangeFeed } from "./live/change-feed.ts";
import type { SandboxState } from "./sandbox-state.ts";
import type { Workspace } from "./state/workspace.ts";

/** What the routes of a sandbox share. */
export interface ServerContext {
  readonly state: SandboxState;
  readonly journal: Journal;
  readonly log: RequestLog;
  readonly changes: ChangeFeed;
  readonly faults: FaultPlans;
  /** By workspace, so that a reset or restored state starts with new limits. */
  readonly limits: WeakMap<Workspace, WorkspaceLimits>;
  /** Real time in milliseconds, for limits and a running clock only. */
  readonly realTime: () => number;
  /** Resolves when the state is flushed to disk; undefined without a snapshot file. */
  readonly save: () => Promise<void> | undefined;
  /** Updates a running clock. */
  readonly catchUp: () => void;
  /** Aborted when the sandbox closes, to end all delays. */
  readonly closing: AbortSignal;
}
