import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDrift } from "../compare/find-drift.ts";
import { recordVendorMeanings } from "../update/record-vendor.ts";
import { mutations } from "./mutations.ts";
import { repositorySpec } from "./vendor-change.ts";
import { type VendorFixture, vendorFixture } from "./vendor-fixture.ts";
import { resetCopy, wholeCopy } from "./whole-copy.ts";

let published: VendorFixture;
let copy: string;
beforeAll(async () => {
  published = await vendorFixture(repositorySpec);
  copy = await wholeCopy(path.dirname(repositorySpec));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The items of the list in the output, as `place: what`. */
function listed(output: string): string[] {
  const [, list = ""] = output.split("\nTo be written or decided by a person\n");
  return [...list.matchAll(/^ {2}(\S.*)\n {11}(\S.*)$/gm)].map(([, place, what]) => `${place}: ${what}`);
}

describe("pnpm spec:update, with build and tests, for", () => {
  it.each(mutations)("$name", ({ change, code, remaining, failures }) => {
    resetCopy(copy);
    const spec = path.join(copy, "spec");
    rmSync(path.join(spec, "vendor/meanings.yaml"));
    recordVendorMeanings(spec, findDrift(published.node(), spec, true).meanings);
    const vendor = published.clone();
    change(vendor);
    const file = path.join(copy, "vendor.json");
    writeFileSync(file, JSON.stringify(vendor.document));
    const command = path.join(copy, "scripts/commands/spec-update.ts");
    const parameters = ["--import", "tsx", command, "--upstream", file];
    const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: copy, encoding: "utf8" });
    expect(stderr).toBe("");
    const items = listed(stdout).map((item) => item.replace(/^(spec\/[\w./-]+|packages\/[\w./-]+\.ts):\d+: /, "$1: "));
    const failed = listed(stdout).filter((_, index) => !remaining.includes(items[index] ?? ""));
    expect(items).toEqual(expect.arrayContaining([...remaining]));
    for (const pattern of failures) expect(failed).toContainEqual(expect.stringMatching(pattern));
    expect(failed.filter((item) => !failures.some((pattern) => pattern.test(item)))).toEqual([]);
    expect(status).toBe(code);
  });
});
