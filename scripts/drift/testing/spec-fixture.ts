import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drift } from "../compare/find-drift.ts";
import { recordVendorMeanings, VENDOR_MEANINGS } from "../vendor/vendor-meanings.ts";
import type { VendorDouble } from "./vendor-fixture.ts";

/** A copy of a spec folder that has seen what a stand-in says of the values, for tests; the caller removes it. */
export function specThatSaw(double: VendorDouble, specDirectory: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), "modulex-instantly-spec-"));
  cpSync(specDirectory, copy, { recursive: true });
  const { meanings } = drift(double.node(), copy, true);
  writeFileSync(path.join(copy, VENDOR_MEANINGS), recordVendorMeanings("meanings: {}\n", meanings, new Map()));
  return copy;
}
