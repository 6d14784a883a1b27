/** Fails when an example of the spec does not satisfy its schema, or when one that others rely on is missing. */
import path from "node:path";
import { exampleFaults } from "../check-examples/example-problems.ts";
import { loadDocument } from "../spec/load-document.ts";
import { explainFault } from "./exit-on-spec-error.ts";

const root = path.resolve(import.meta.dirname, "../..");
const document = await loadDocument(path.resolve(process.argv[2] ?? path.join(root, "spec"))).catch(explainFault);
const { checked, faults } = exampleFaults(document);
for (const fault of faults) console.error(fault);
console.log(`${checked} examples checked, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
