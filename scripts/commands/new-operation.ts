/** `pnpm new:operation`: writes what an operation of the vendor's document needs. See CONTRIBUTING.md. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ComparisonError } from "../drift/document/comparison-error.ts";
import { readVendorDocument } from "../drift/document/read-vendor-document.ts";
import { NeedsReviewError } from "../drift/edit/needs-review-error.ts";
import { printable } from "../drift/report/printable.ts";
import { readArguments } from "../new-operation/read-arguments.ts";
import { scaffold } from "../new-operation/scaffold.ts";
import { ScaffoldError } from "../new-operation/scaffold-error.ts";
import { scaffoldText } from "../new-operation/scaffold-text.ts";
import { exitOnSpecError } from "./exit-on-spec-error.ts";

try {
  const given = readArguments(process.argv.slice(2));
  const root = path.resolve(given.root ?? path.resolve(import.meta.dirname, "../.."));
  const written = await scaffold(root, await readVendorDocument(given.document), given);
  const biome = path.join(root, "node_modules/.bin/biome");
  const formatted = written.files.filter((file) => file.endsWith(".ts"));
  spawnSync(biome, ["check", "--write", "--colors=off", ...formatted], { cwd: root, stdio: "ignore" });
  process.stdout.write(scaffoldText(written));
} catch (error) {
  const isExpected = [ScaffoldError, ComparisonError, NeedsReviewError].some((kind) => error instanceof kind);
  if (!isExpected) exitOnSpecError(error);
  for (const line of (error as Error).message.split("\n")) console.error(`new-operation: ${printable(line)}`);
  process.exitCode = 2;
}
