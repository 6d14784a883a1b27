/** `pnpm spec:drift`: compares the vendor's published document with the spec. See docs/drift.md. */
import path from "node:path";
import { parseArgs } from "node:util";
import { findDrift } from "../drift/compare/find-drift.ts";
import { ComparisonError } from "../drift/document/comparison-error.ts";
import { isUrl, readVendorDocument, VENDOR_DOCUMENT_URL } from "../drift/document/read-vendor-document.ts";
import { driftJson } from "../drift/report/drift-json.ts";
import { driftText } from "../drift/report/drift-text.ts";
import { COMPARISON_FAILED, exitCode } from "../drift/report/exit-code.ts";
import { printable } from "../drift/report/printable.ts";

const USAGE = "Usage: spec-drift [--upstream URL|FILE] [--extract] [--json] [--all] [--root DIRECTORY]";

try {
  const { values } = parseArgs({
    options: {
      upstream: { type: "string", default: VENDOR_DOCUMENT_URL },
      extract: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      root: { type: "string", default: path.resolve(import.meta.dirname, "../..") },
    },
  });
  const vendor = await readVendorDocument(values.upstream);
  const drift = findDrift(vendor, path.join(values.root, "spec"), values.extract || !isUrl(values.upstream));
  if (values.json) console.log(JSON.stringify(driftJson(drift, values.upstream), null, 2));
  else process.stdout.write(driftText(drift, values.upstream, values.all));
  process.exitCode = exitCode(drift);
} catch (error) {
  const isUsageError = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  if (!(error instanceof ComparisonError) && !isUsageError) throw error;
  console.error(`spec-drift: ${printable((error as Error).message)}${isUsageError ? `\n${USAGE}` : ""}`);
  process.exitCode = COMPARISON_FAILED;
}
