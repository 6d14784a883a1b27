import type fc from "fast-check";

/** One seed for a run of the tests; FAST_CHECK_SEED repeats an earlier one. */
const seed = Number(process.env["FAST_CHECK_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Parameters of a property: a thousand runs of the printed seed. */
export function seeded<Values>(name: string, numRuns = 1_000): fc.Parameters<Values> {
  console.log(`${name}: ${numRuns} runs, FAST_CHECK_SEED=${seed}`);
  return { seed, numRuns, verbose: 0 };
}
