/** `pnpm check:generated`: fails if a derived file is out of date, missing, obsolete or not committed. */
import path from "node:path";
import { derive } from "../generate/derive.ts";
import { derivedFileProblems } from "../generate/derived-file-problems.ts";
import { exitOnSpecError } from "./exit-on-spec-error.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = await derive(path.join(root, "spec")).catch(exitOnSpecError);
const problems = await derivedFileProblems(root, files);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error("\nTo fix it, run pnpm generate and commit the derived files together with the spec.");
  process.exit(1);
}
console.log(`${files.size} derived files are up to date and committed`);
