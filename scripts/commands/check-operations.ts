/** `pnpm check:operations`: names what operations of the spec lack, and what `pnpm new:operation` has left to write. */
import path from "node:path";
import { operationProblems } from "../new-operation/operation-problems.ts";
import { exitOnSpecError } from "./exit-on-spec-error.ts";

const root = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, "../.."));
const problems = await operationProblems(root).catch(exitOnSpecError);
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\n${problems.length} problems. See "Adding an operation" in CONTRIBUTING.md.`);
  process.exitCode = 1;
} else console.log("every operation is complete");
