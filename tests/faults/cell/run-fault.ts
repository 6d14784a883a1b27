import type { Sending } from "../client/sending.ts";
import type { TestedOperation } from "../client/tested-operation.ts";
import { testedOperations } from "../client/tested-operation.ts";
import type { Expectation, Fault, Scenario } from "../matrix/fault.ts";
import { unmetRequirements } from "../matrix/outcome-class.ts";
import { createCellContext } from "./cell-context.ts";
import type { ProcessWatch } from "./process-watch.ts";
import { watchProcess } from "./process-watch.ts";

/**
 * How long sockets and timers may take to close; the kernel resends a SYN without a response after one second, and
 * three.
 */
const GONE_MS = 4_000;

/** The problems of a fault by operation; an empty list is a cell that passed. */
export type Verdicts = ReadonlyMap<string, readonly string[]>;

/**
 * Runs all variants of a fault for every operation to which it applies.
 *
 * @param transport what sends the requests. `fetch` also runs without send evidence where the fault asks for it.
 */
export async function runFault(fault: Fault, transport: Sending): Promise<Verdicts> {
  const verdicts = new Map<string, string[]>(testedOperations.map(({ name }) => [name, []]));
  for (const [way, scenario] of Object.entries(fault.ways)) {
    const isBlindToo = transport === "fetch" && fault.bothEvidences && !fault.seenOnly.includes(way);
    const sendings: readonly Sending[] = isBlindToo ? [transport, "fetch without evidence"] : [transport];
    for (const sending of sendings) {
      const isBlind = sending === "fetch without evidence";
      const label = [way, isBlind ? "without evidence" : ""].filter(Boolean).join(", ");
      const expected = isBlind ? fault.expectedBlind : fault.expected;
      const wrong = await runScenario(scenario, fault.atOnce, sending, expected);
      for (const [name, lines] of wrong) {
        verdicts.get(name)?.push(...lines.map((line) => (label === "" ? line : `${label}: ${line}`)));
      }
    }
  }
  return verdicts;
}

async function runScenario(
  scenario: Scenario,
  atOnce: number,
  sending: Sending,
  expected: Fault["expected"],
): Promise<Map<string, string[]>> {
  const watch = watchProcess();
  const wrong = new Map<string, string[]>();
  const cast = testedOperations.flatMap((operation) => {
    const expectation = expected(operation);
    return expectation === undefined ? [] : [{ operation, expectation }];
  });
  try {
    for (let first = 0; first < cast.length; first += atOnce) {
      const cells = cast.slice(first, first + atOnce).map(async ({ operation, expectation }) => {
        wrong.set(operation.name, await runCell(scenario, operation, sending, expectation));
      });
      await Promise.all(cells);
    }
    const ofAll = await processProblems(watch);
    for (const lines of wrong.values()) lines.push(...ofAll);
  } finally {
    watch.end();
  }
  return wrong;
}

async function runCell(
  scenario: Scenario,
  operation: TestedOperation,
  sending: Sending,
  { outcomeClass, sends }: Expectation,
): Promise<string[]> {
  const cell = createCellContext(operation, sending);
  try {
    await scenario(cell);
    const { ending } = cell;
    if (ending === undefined) return ["the scenario made no call"];
    const counted = cell.sends();
    cell.check(counted === sends, `the server counted ${counted} complete requests instead of ${sends}`);
    return [...cell.wrong, ...unmetRequirements(outcomeClass, ending, operation)];
  } catch (error) {
    return [`the scenario failed: ${error instanceof Error ? error.stack : String(error)}`];
  } finally {
    await cell.close();
  }
}

/** The cells of a scenario run at the same time in one process, so a problem of the process counts for each of them. */
async function processProblems(watch: ProcessWatch): Promise<string[]> {
  const leftovers = await watch.leftovers(GONE_MS);
  return [...watch.noise, ...leftovers].map((line) => `process: ${line}`);
}
