import { readOperations } from "./read-operations.ts";
import type { TestedOperation } from "./tested-operation.ts";
import { writeOperations } from "./write-operations.ts";

/** The columns of the matrix. */
export const testedOperations: readonly TestedOperation[] = [...readOperations, ...writeOperations];
