/** Fails if an example of the spec does not match its schema, or if a required example is missing. */
import path from "node:path";
import { exampleProblems } from "../check-examples/example-problems.ts";
import { loadDocument } from "../spec/load-document.ts";
import { exitOnSpecError } from "./exit-on-spec-error.ts";

const root = path.resolve(import.meta.dirname, "../..");
const document = await loadDocument(path.resolve(process.argv[2] ?? path.join(root, "spec"))).catch(exitOnSpecError);
const { checked, problems } = exampleProblems(document);
for (const problem of problems) console.error(problem);
console.log(`${checked} examples checked, ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
process.exitCode = problems.length === 0 ? 0 : 1;
