/** Compares the vendor's published document with the curated spec. See docs/drift.md. */
import path from "node:path";
import { parseArgs } from "node:util";
import { drift } from "../drift/compare/find-drift.ts";
import { CannotCompare } from "../drift/document/comparison-error.ts";
import { isAddress, readVendorDocument } from "../drift/document/read-vendor-document.ts";
import { UPSTREAM } from "../drift/document/upstream.ts";
import { driftJson } from "../drift/report/drift-json.ts";
import { driftText } from "../drift/report/drift-text.ts";
import { COULD_NOT_COMPARE, exitCode } from "../drift/report/exit-code.ts";
import { printable } from "../drift/report/printable.ts";

const USAGE = "usage: spec-drift [--upstream URL|FILE] [--extract] [--json] [--all] [--root DIRECTORY]";

try {
  const { values } = parseArgs({
    options: {
      upstream: { type: "string", default: UPSTREAM },
      extract: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      root: { type: "string", default: path.resolve(import.meta.dirname, "../..") },
    },
  });
  const vendor = await readVendorDocument(values.upstream);
  const found = drift(vendor, path.join(values.root, "spec"), values.extract || !isAddress(values.upstream));
  if (values.json) console.log(JSON.stringify(driftJson(found, values.upstream), null, 2));
  else process.stdout.write(driftText(found, values.upstream, values.all));
  process.exitCode = exitCode(found);
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  if (!(error instanceof CannotCompare) && !isUsage) throw error;
  console.error(`spec-drift: ${printable((error as Error).message)}${isUsage ? `\n${USAGE}` : ""}`);
  process.exitCode = COULD_NOT_COMPARE;
}
