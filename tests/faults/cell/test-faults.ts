import { beforeAll, describe, expect, test } from "vitest";
import { testedOperations } from "../client/tested-operation.ts";
import type { Fault } from "../matrix/fault.ts";
import type { Verdicts } from "./run-fault.ts";
import { runFault } from "./run-fault.ts";

declare module "vitest" {
  interface TaskMeta {
    /** The cell of a test. */
    faultCell?: { readonly fault: string; readonly outcomeClass: string };
  }
}

/** Declares one test for every applicable cell of the given faults. */
export function testFaults(faults: readonly Fault[]): void {
  for (const fault of faults) {
    describe(`${fault.id} ${fault.title}`, () => {
      let verdicts: Verdicts;
      beforeAll(async () => {
        verdicts = await runFault(fault);
      });
      for (const operation of testedOperations) {
        const expected = fault.expected(operation);
        if (expected === undefined) continue;
        const { outcomeClass, sends } = expected;
        const meta = { faultCell: { fault: fault.id, outcomeClass } };
        test(`${operation.name} ${outcomeClass}:${sends}`, { meta }, () => {
          const wrong = verdicts.get(operation.name) ?? [];
          expect(wrong, wrong.join("\n")).toEqual([]);
        });
      }
    });
  }
}
