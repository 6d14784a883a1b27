import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findDrift } from "../compare/find-drift.ts";
import { VENDOR_MEANINGS } from "../records/vendor-meanings.ts";
import { recordVendorMeanings } from "../update/record-vendor.ts";
import type { VendorFixture } from "./vendor-fixture.ts";

/** A copy of a spec folder that has recorded the descriptions of a vendor fixture. The caller removes it. */
export function specFixture(vendor: VendorFixture, specDirectory: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), "modulex-instantly-spec-"));
  cpSync(specDirectory, copy, { recursive: true });
  rmSync(path.join(copy, VENDOR_MEANINGS));
  recordVendorMeanings(copy, findDrift(vendor.node(), copy, true).meanings);
  return copy;
}
