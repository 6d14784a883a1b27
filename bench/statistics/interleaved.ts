import { setImmediate } from "node:timers/promises";
import { shuffled } from "./shuffled.ts";

/** The functions to measure, by name. Each call is one sample. */
export type Candidates = Readonly<Record<string, () => Promise<unknown>>>;

/** The samples of one candidate in microseconds, one for each round. */
export interface Samples {
  readonly wall: number[];
  readonly cpu: number[];
}

/**
 * Runs every candidate once per round, in a new order each round, so that disturbances affect all of them equally. CPU time
 * is that of the process, including work that a run leaves for the next turn of the event loop.
 */
export async function interleaved(
  candidates: Candidates,
  rounds: { readonly warmUp: number; readonly measured: number },
): Promise<ReadonlyMap<string, Samples>> {
  const samples = new Map<string, Samples>();
  for (const name of Object.keys(candidates)) samples.set(name, { wall: [], cpu: [] });
  for (let round = -rounds.warmUp; round < rounds.measured; round += 1) {
    for (const [name, run] of shuffled(Object.entries(candidates))) {
      const usedBefore = process.cpuUsage();
      const startedAt = performance.now();
      await run();
      const wall = (performance.now() - startedAt) * 1_000;
      await setImmediate();
      const { user, system } = process.cpuUsage(usedBefore);
      if (round < 0) continue;
      samples.get(name)?.wall.push(wall);
      samples.get(name)?.cpu.push(user + system);
    }
  }
  return samples;
}

/**
 * The samples of one candidate.
 *
 * @throws Error when there is none with this name.
 */
export function samplesOf(samples: ReadonlyMap<string, Samples>, name: string): Samples {
  const found = samples.get(name);
  if (!found) throw new Error(`${name} was not measured; expected one of ${[...samples.keys()].join(", ")}`);
  return found;
}
