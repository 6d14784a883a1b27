import { setImmediate } from "node:timers/promises";
import { shuffled } from "./shuffled.ts";

/** What is measured, by name; each run is one sample. */
export type Contenders = Readonly<Record<string, () => Promise<unknown>>>;

/** The samples of one contender, in microseconds; the same index is the same round everywhere. */
export interface Samples {
  readonly wall: number[];
  readonly cpu: number[];
}

/**
 * Runs every contender once a round, in a new order each round, so that whatever disturbs the machine disturbs all of
 * them alike. CPU time is the whole process's, until everything is done that the run left to the next turn of the
 * event loop.
 */
export async function interleaved(
  contenders: Contenders,
  rounds: { readonly warmUp: number; readonly measured: number },
): Promise<ReadonlyMap<string, Samples>> {
  const samples = new Map<string, Samples>();
  for (const name of Object.keys(contenders)) samples.set(name, { wall: [], cpu: [] });
  for (let round = -rounds.warmUp; round < rounds.measured; round += 1) {
    for (const [name, run] of shuffled(Object.entries(contenders))) {
      const usedBefore = process.cpuUsage();
      const begun = performance.now();
      await run();
      const wall = (performance.now() - begun) * 1_000;
      await setImmediate();
      const { user, system } = process.cpuUsage(usedBefore);
      if (round < 0) continue;
      samples.get(name)?.wall.push(wall);
      samples.get(name)?.cpu.push(user + system);
    }
  }
  return samples;
}

/** The samples of one contender; an error when there is none of that name. */
export function samplesOf(samples: ReadonlyMap<string, Samples>, name: string): Samples {
  const found = samples.get(name);
  if (!found) throw new Error(`${name} was not measured; there is ${[...samples.keys()].join(", ")}`);
  return found;
}
