import type { CellContext } from "../cell/cell-context.ts";
import type { TestedOperation } from "../client/tested-operation.ts";
import type { OutcomeClass } from "./outcome-class.ts";

/** The class of result that a call must have, and the number of complete requests that the server must count. */
export interface Expectation {
  readonly outcomeClass: OutcomeClass;
  readonly sends: number;
}

/** One way to cause a fault. It must make one call through the context of the cell. */
export type Scenario = (cell: CellContext) => Promise<void>;

/** One row of the matrix. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** The expectation for an operation; undefined if the fault cannot occur. */
  expected(operation: TestedOperation): Expectation | undefined;
  /** The expectation without send evidence, if it differs. */
  expectedBlind(operation: TestedOperation): Expectation | undefined;
  /** The variants of the fault by name; a cell passes if every variant does. */
  readonly ways: Readonly<Record<string, Scenario>>;
  /** Whether every variant runs with and without send evidence. By default it runs only with it. */
  readonly bothEvidences: boolean;
  /** The variants that run only with evidence, because without it the result depends on a race in the platform. */
  readonly seenOnly: readonly string[];
  /** How many cells run at the same time. By default all; fewer for expensive faults. */
  readonly atOnce: number;
}

/** The options of a fault. */
export interface FaultNotes {
  readonly blind?: string;
  readonly bothEvidences?: boolean;
  readonly seenOnly?: readonly string[];
  readonly atOnce?: number;
  /** The fault only applies to operations with pages, with an id in the path, or with a body. */
  readonly only?: "pages" | "id" | "body";
}

/**
 * Creates a row.
 *
 * @param expectations class and count for reads and for writes, such as `"READERR:3 UNK:1"`. A single one applies to
 * both; `-` means that the fault cannot occur.
 */
export function fault(
  id: string,
  title: string,
  expectations: string,
  ways: Scenario | Readonly<Record<string, Scenario>>,
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
