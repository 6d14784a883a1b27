import type { NextStep } from "../engine/decide-next-step.ts";
import { lookForWork } from "../engine/run-campaign.ts";
import type { Database } from "../state/database.ts";
import { ForkedDatabase } from "../state/forked-database.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { Workspace } from "../state/workspace.ts";
import { Forecast } from "./forecast.ts";

interface Source {
  readonly database: Database;
  /** Grows with every change. */
  readonly revision: number;
}

/** Forecasts of the current state. They are kept until the state changes. */
export class Lookahead {
  readonly #source: () => Source;
  readonly #autoInterest: boolean;
  #of: Source | undefined;
  #forecast: Forecast | undefined;
  #present: ForkedDatabase | undefined;

  constructor(source: () => Source, autoInterest: boolean) {
    this.#source = source;
    this.#autoInterest = autoInterest;
  }

  /** The virtual time. */
  get now(): number {
    return this.#source().database.clock.now;
  }

  get forecast(): Forecast {
    const { database } = this.#refresh();
    this.#forecast ??= new Forecast(database, this.#autoInterest);
    return this.#forecast;
  }

  /** What an active campaign would do at this moment. */
  decide(workspace: Workspace, campaign: StoredCampaign): NextStep | undefined {
    const { database } = this.#refresh();
    this.#present ??= new ForkedDatabase(database);
    const fork = this.#present.workspaces.get(workspace.id);
    if (fork === undefined) return undefined;
    return lookForWork(this.#present, fork, fork.campaigns.edit(campaign)).move;
  }

  #refresh(): Source {
    const source = this.#source();
    if (source.database !== this.#of?.database || source.revision !== this.#of.revision) {
      this.#of = source;
      this.#forecast = undefined;
      this.#present = undefined;
    }
    return source;
  }
}
