import { setImmediate as nextTurn } from "node:timers/promises";
import type { NextStep } from "../engine/decide-next-step.ts";
import { lookForWork } from "../engine/run-campaign.ts";
import type { Database } from "../state/database.ts";
import { ForkedDatabase } from "../state/forked-database.ts";
import type { StoredCampaign } from "../state/stored-campaign.ts";
import type { Workspace } from "../state/workspace.ts";
import type { ForecastLimits } from "./forecast.ts";
import { Forecast } from "./forecast.ts";

const SLICE_MS = 40;

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

  /**
   * Runs the forecast ahead in slices, so that other requests get responses in between. If the state changes meanwhile, it
   * starts again.
   *
   * @param isDone is asked of the current forecast.
   */
  async run(isDone: (forecast: Forecast) => boolean, { events, ms }: ForecastLimits): Promise<void> {
    const end = performance.now() + ms;
    for (;;) {
      const { forecast } = this;
      const isOver = forecast.runUntil(() => isDone(forecast), { events, ms: SLICE_MS });
      if (isOver || forecast.events >= events || performance.now() > end) return;
      await nextTurn();
    }
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
