/** Fails when a derived file differs from what the spec gives, is missing, is left over, or is not committed. */
import path from "node:path";
import { derive } from "../generate/derive.ts";
import { generatedProblems } from "../generate/derived-file-problems.ts";
import { explainFault } from "./exit-on-spec-error.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = await derive(path.join(root, "spec")).catch(explainFault);
const problems = await generatedProblems(root, files);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error("\nTo mend it: pnpm generate, then commit the derived files together with the spec.");
  process.exit(1);
}
console.log(`${files.size} derived files are fresh and committed`);
