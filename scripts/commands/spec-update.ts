/**
 * `pnpm spec:update`: adds the vendor's additions to the spec, generates, writes a changeset, builds, and runs the tests
 * that the changes touch. See docs/drift.md.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { ComparisonError } from "../drift/document/comparison-error.ts";
import { isUrl, readVendorDocument, VENDOR_DOCUMENT_URL } from "../drift/document/read-vendor-document.ts";
import { runChecks } from "../drift/remaining/run-checks.ts";
import { COMPARISON_FAILED, DERIVATION_FAILED, exitCode, SOMETHING_REMAINS } from "../drift/report/exit-code.ts";
import { printable } from "../drift/report/printable.ts";
import { DerivationError, update } from "../drift/update/update.ts";
import { remainingText, updateText } from "../drift/update/update-text.ts";

const USAGE = "Usage: spec-update [--upstream URL|FILE] [--extract] [--root DIRECTORY]";

try {
  const { values } = parseArgs({
    options: {
      upstream: { type: "string", default: VENDOR_DOCUMENT_URL },
      extract: { type: "boolean", default: false },
      root: { type: "string", default: path.resolve(import.meta.dirname, "../..") },
    },
  });
  const vendor = await readVendorDocument(values.upstream);
  const result = await update(values.root, vendor, values.extract || !isUrl(values.upstream));
  process.stdout.write(updateText(result, path.join(values.root, "spec")));
  // The checks compare files on disk, so they come after everything is written.
  const failures = result.written.length > 0 ? await runChecks(path.resolve(values.root), result.written) : [];
  const remaining = [...result.remaining, ...failures];
  process.stdout.write(remainingText(remaining));
  process.exitCode = exitCode(result.left) || (remaining.length > 0 ? SOMETHING_REMAINS : 0);
} catch (error) {
  const isUsageError = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  if (error instanceof DerivationError) {
    console.error("spec-update: the derived files cannot be generated from the updated spec; nothing was written.");
    for (const line of error.message.split("\n").slice(0, 20)) console.error(`  ${printable(line)}`);
    process.exitCode = DERIVATION_FAILED;
  } else if (error instanceof ComparisonError || isUsageError) {
    console.error(`spec-update: ${printable((error as Error).message)}${isUsageError ? `\n${USAGE}` : ""}`);
    process.exitCode = COMPARISON_FAILED;
  } else throw error;
}
