import type { Stage } from "../cell/stage.ts";
import type { TestedOperation } from "../client/tested-operation.ts";
import type { OutcomeClass } from "./outcome-class.ts";

/** The class in which a call has to end and how many complete requests the server has to count. */
export interface Expectation {
  readonly outcomeClass: OutcomeClass;
  readonly sends: number;
}

/** One way in which a fault comes about, as the scene that a cell plays. It has to make one call through the stage. */
export type Scene = (stage: Stage) => Promise<void>;

/** One row of the matrix. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** What is expected of an operation; undefined where the fault cannot occur. */
  expected(operation: TestedOperation): Expectation | undefined;
  /** What is expected without send evidence, where that differs. */
  expectedBlind(operation: TestedOperation): Expectation | undefined;
  /** The ways of the fault, by name; a cell passes when every way does. */
  readonly ways: Readonly<Record<string, Scene>>;
  /** Whether every way is played with and without send evidence; otherwise with it. */
  readonly bothEvidences: boolean;
  /** The ways that are played with evidence only, because without it a race of the platform decides what it says. */
  readonly seenOnly: readonly string[];
  /** How many cells play at once; all of them unless the fault is heavy. */
  readonly atOnce: number;
}

/** How a fault is written down. */
export interface FaultNotes {
  readonly blind?: string;
  readonly bothEvidences?: boolean;
  readonly seenOnly?: readonly string[];
  readonly atOnce?: number;
  /** The fault can only occur where there are pages, an id in the path, or a body. */
  readonly only?: "pages" | "id" | "body";
}

/**
 * Writes a row down.
 *
 * @param expectations class and count for reads and for writes, as in `"READERR:3 UNK:1"`. One alone holds for both; `-`
 *   is where the fault cannot occur.
 */
export function fault(
  id: string,
  title: string,
  expectations: string,
  ways: Scene | Readonly<Record<string, Scene>>,
  notes: FaultNotes = {},
): Fault {
  const expectation = (text: string) => parsed(text, notes.only);
  const expected = expectation(expectations);
  return {
    id,
    title,
    expected,
    expectedBlind: notes.blind === undefined ? expected : expectation(notes.blind),
    ways: typeof ways === "function" ? { "": ways } : ways,
    bothEvidences: notes.blind !== undefined || notes.bothEvidences === true,
    seenOnly: notes.seenOnly ?? [],
    atOnce: notes.atOnce ?? Number.POSITIVE_INFINITY,
  };
}

const canOccur: Readonly<Record<NonNullable<FaultNotes["only"]>, (operation: TestedOperation) => boolean>> = {
  pages: ({ iterate }) => iterate !== undefined,
  id: ({ callById }) => callById !== undefined,
  body: ({ callLarge }) => callLarge !== undefined,
};

function parsed(text: string, only: FaultNotes["only"]): Fault["expected"] {
  const [reads = "-", writes = reads] = text.split(" ");
  return (operation) => {
    const word = operation.kind === "read" ? reads : writes;
    if (word === "-" || (only && !canOccur[only](operation))) return undefined;
    const [outcomeClass, sends] = word.split(":");
    return { outcomeClass: outcomeClass as OutcomeClass, sends: Number(sends) };
  };
}
