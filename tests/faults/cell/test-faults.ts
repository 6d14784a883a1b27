import { beforeAll, describe, expect, test } from "vitest";
import type { Sending } from "../client/sending.ts";
import { transports } from "../client/sending.ts";
import { testedOperations } from "../client/tested-operation.ts";
import type { Fault } from "../matrix/fault.ts";
import type { Verdicts } from "./run-fault.ts";
import { runFault } from "./run-fault.ts";

declare module "vitest" {
  interface TaskMeta {
    /** The cell of a test. */
    faultCell?: { readonly fault: string; readonly outcomeClass: string; readonly transport: Sending };
  }
}

/** Declares one test for every applicable cell of the given faults and every transport. */
export function testFaults(faults: readonly Fault[]): void {
  for (const [fault, transport] of faults.flatMap((each) => transports.map((name) => [each, name] as const))) {
    describe(`${fault.id} ${fault.title}, by ${transport}`, () => {
      let verdicts: Verdicts;
      beforeAll(async () => {
        verdicts = await runFault(fault, transport);
      });
      for (const operation of testedOperations) {
        const expected = fault.expected(operation);
        if (expected === undefined) continue;
        const { outcomeClass, sends } = expected;
        const meta = { faultCell: { fault: fault.id, outcomeClass, transport } };
        test(`${operation.name} ${outcomeClass}:${sends}`, { meta }, () => {
          const wrong = verdicts.get(operation.name) ?? [];
          expect(wrong, wrong.join("\n")).toEqual([]);
        });
      }
    });
  }
}
