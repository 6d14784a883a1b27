import type { FaultPlans } from "../faults/fault-plans.ts";
import type { Journal } from "../journal/journal.ts";
import type { WorkspaceLimits } from "../limits/workspace-limits.ts";
import type { SandboxState } from "../sandbox-state.ts";
import type { Workspace } from "../state/workspace.ts";

/** What the routes of a sandbox work with. */
export interface SandboxParts {
  readonly state: SandboxState;
  readonly journal: Journal;
  readonly faults: FaultPlans;
  /** They go with their workspace: a reset or a restored state begins with fresh ones. */
  readonly limits: WeakMap<Workspace, WorkspaceLimits>;
  /** Real time in milliseconds, for limits and a running clock only. */
  readonly wallClock: () => number;
  /** Resolves once the state is on the disk; at once without a snapshot file. */
  readonly save: () => Promise<void> | undefined;
  /** Brings a running clock up to date. */
  readonly catchUp: () => void;
  /** Aborted when the sandbox closes, so that nothing waits on. */
  readonly closing: AbortSignal;
}
