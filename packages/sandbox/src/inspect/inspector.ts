import { Lookahead } from "../forecast/lookahead.ts";
import type { ChangeFeed } from "../live/change-feed.ts";
import type { SandboxState } from "../sandbox-state.ts";
import type { Database } from "../state/database.ts";
import type { Workspace } from "../state/workspace.ts";
import { MailIndex } from "./mail-index.ts";

const MAX_RESULTS = 1000;

/** What the views of a sandbox are made from. */
export class Inspector {
  readonly state: SandboxState;
  readonly lookahead: Lookahead;
  readonly changes: ChangeFeed;
  readonly #indexes = new WeakMap<Workspace, MailIndex>();
  readonly #results = new Map<string, unknown>();
  #resultsOf: { readonly database: Database; readonly revision: number } | undefined;

  constructor(state: SandboxState, changes: ChangeFeed) {
    this.state = state;
    this.changes = changes;
    this.lookahead = new Lookahead(
      () => ({ database: state.database, revision: changes.revision }),
      state.settings.assumptions.autoInterest,
    );
  }

  get database(): Database {
    return this.state.database;
  }

  /** The workspaces, or the one with an id. */
  workspaces(id?: string): Workspace[] {
    const all = [...this.database.workspaces.values()];
    return id === undefined ? all : all.filter((workspace) => workspace.id === id.toLowerCase());
  }

  /** A result that was kept, if the state has not changed since. */
  remembered<Result>(key: string): Result | undefined {
    return this.#currentResults().get(key) as Result | undefined;
  }

  /** Keeps a result until the state changes. */
  remember(key: string, result: unknown): void {
    const results = this.#currentResults();
    if (results.size < MAX_RESULTS) results.set(key, result);
  }

  #currentResults(): Map<string, unknown> {
    const { database } = this;
    const { revision } = this.changes;
    if (this.#resultsOf?.database !== database || this.#resultsOf.revision !== revision) {
      this.#resultsOf = { database, revision };
      this.#results.clear();
    }
    return this.#results;
  }

  mails(workspace: Workspace): MailIndex {
    let index = this.#indexes.get(workspace);
    if (index === undefined) {
      index = new MailIndex(workspace);
      this.#indexes.set(workspace, index);
    }
    return index;
  }
}
