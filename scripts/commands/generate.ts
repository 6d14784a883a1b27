/** `pnpm generate`: writes every file that is derived from the spec, and removes those that no longer are. */
import path from "node:path";
import { derive } from "../generate/derive.ts";
import { writeDerivedFiles } from "../generate/derived-files.ts";
import { exitOnSpecError } from "./exit-on-spec-error.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = await derive(path.join(root, "spec")).catch(exitOnSpecError);
const written = await writeDerivedFiles(root, files);
console.log(`${files.size} derived files, ${written.length} written`);
