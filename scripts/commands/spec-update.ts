/** Brings the vendor's additions into the spec, derives everything and writes the changeset. See docs/drift.md. */
import path from "node:path";
import { parseArgs } from "node:util";
import { CannotCompare } from "../drift/document/comparison-error.ts";
import { isAddress, readVendorDocument } from "../drift/document/read-vendor-document.ts";
import { UPSTREAM } from "../drift/document/upstream.ts";
import { COULD_NOT_COMPARE, DOES_NOT_DERIVE, exitCode } from "../drift/report/exit-code.ts";
import { printable } from "../drift/report/printable.ts";
import { DoesNotDerive, update } from "../drift/update/update.ts";
import { updateText } from "../drift/update/update-text.ts";

const USAGE = "usage: spec-update [--upstream URL|FILE] [--extract] [--root DIRECTORY]";

try {
  const { values } = parseArgs({
    options: {
      upstream: { type: "string", default: UPSTREAM },
      extract: { type: "boolean", default: false },
      root: { type: "string", default: path.resolve(import.meta.dirname, "../..") },
    },
  });
  const vendor = await readVendorDocument(values.upstream);
  const result = await update(values.root, vendor, values.extract || !isAddress(values.upstream));
  process.stdout.write(updateText(result, path.join(values.root, "spec")));
  process.exitCode = exitCode(result.left);
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  if (error instanceof DoesNotDerive) {
    console.error("spec-update: the spec no longer derives; nothing was written.");
    for (const line of error.message.split("\n").slice(0, 20)) console.error(`  ${printable(line)}`);
    process.exitCode = DOES_NOT_DERIVE;
  } else if (error instanceof CannotCompare || isUsage) {
    console.error(`spec-update: ${printable((error as Error).message)}${isUsage ? `\n${USAGE}` : ""}`);
    process.exitCode = COULD_NOT_COMPARE;
  } else throw error;
}
