import type fc from "fast-check";

/** One seed for a run of the tests; FAST_CHECK_SEED repeats an earlier one. */
const seed = Number(process.env["FAST_CHECK_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** At most so many runs of every property; mutation tests, which repeat the tests for each mutant, set it. */
const mostRuns = Number(process.env["FAST_CHECK_RUNS"] ?? Number.POSITIVE_INFINITY);

/** Parameters of a property: a thousand runs of the printed seed. */
export function seeded<Values>(name: string, wantedRuns = 1_000): fc.Parameters<Values> {
  const numRuns = Math.min(wantedRuns, mostRuns);
  console.log(`${name}: ${numRuns} runs, FAST_CHECK_SEED=${seed}`);
  return { seed, numRuns, verbose: 0 };
}
