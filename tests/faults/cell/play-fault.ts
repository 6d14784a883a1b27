import type { TestedOperation } from "../client/tested-operation.ts";
import { testedOperations } from "../client/tested-operation.ts";
import type { Expectation, Fault, Scene } from "../matrix/fault.ts";
import { unmetDemands } from "../matrix/outcome-class.ts";
import type { ProcessWatch } from "./process-watch.ts";
import { watchProcess } from "./process-watch.ts";
import { setStage } from "./stage.ts";

/** How long sockets and timers may take to be gone; the kernel repeats an unanswered SYN after one second, and three. */
const GONE_MS = 4_000;

/** Everything that was wrong with a fault, by the name of the operation; an empty list is a cell that passed. */
export type Verdicts = ReadonlyMap<string, readonly string[]>;

/** Plays a fault in all its ways for every operation that can meet it. */
export async function playFault(fault: Fault): Promise<Verdicts> {
  const verdicts = new Map<string, string[]>(testedOperations.map(({ name }) => [name, []]));
  for (const [way, scene] of Object.entries(fault.ways)) {
    for (const hasEvidence of fault.bothEvidences && !fault.seenOnly.includes(way) ? [true, false] : [true]) {
      const label = [way, hasEvidence ? "" : "without evidence"].filter(Boolean).join(", ");
      const expected = hasEvidence ? fault.expected : fault.expectedBlind;
      const wrong = await playScene(scene, fault.atOnce, hasEvidence, expected);
      for (const [name, lines] of wrong) {
        verdicts.get(name)?.push(...lines.map((line) => (label === "" ? line : `${label}: ${line}`)));
      }
    }
  }
  return verdicts;
}

async function playScene(
  scene: Scene,
  atOnce: number,
  hasEvidence: boolean,
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
        wrong.set(operation.name, await playCell(scene, operation, hasEvidence, expectation));
      });
      await Promise.all(cells);
    }
    const ofAll = await wrongWithProcess(watch);
    for (const lines of wrong.values()) lines.push(...ofAll);
  } finally {
    watch.end();
  }
  return wrong;
}

async function playCell(
  scene: Scene,
  operation: TestedOperation,
  hasEvidence: boolean,
  { outcomeClass, sends }: Expectation,
): Promise<string[]> {
  const stage = setStage(operation, hasEvidence);
  try {
    await scene(stage);
    const { ending } = stage;
    if (ending === undefined) return ["the scene made no call"];
    const counted = stage.sends();
    stage.check(counted === sends, `the server counted ${counted} complete requests instead of ${sends}`);
    return [...stage.wrong, ...unmetDemands(outcomeClass, ending, operation)];
  } catch (error) {
    return [`the scene broke: ${error instanceof Error ? error.stack : String(error)}`];
  } finally {
    await stage.close();
  }
}

/** The cells of a scene play at once in one process: what is wrong with the process is wrong with each of them. */
async function wrongWithProcess(watch: ProcessWatch): Promise<string[]> {
  const leftovers = await watch.leftovers(GONE_MS);
  return [...watch.noise, ...leftovers].map((line) => `process: ${line}`);
}
