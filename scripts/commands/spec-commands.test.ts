import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDrift } from "../drift/compare/find-drift.ts";
import { removeCopy, repositoryCopy } from "../drift/testing/repository-copy.ts";
import { specFixture } from "../drift/testing/spec-fixture.ts";
import { LEADS } from "../drift/testing/vendor-change.ts";
import { type Json, VendorFixture, vendorFixture } from "../drift/testing/vendor-fixture.ts";
import { derive } from "../generate/derive.ts";

const repository = path.resolve(import.meta.dirname, "../..");
const spec = path.join(repository, "spec");
const directory = mkdtempSync(path.join(tmpdir(), "modulex-instantly-commands-"));
let published: VendorFixture;
let root: string;

beforeAll(async () => {
  published = await vendorFixture(spec);
  const seen = specFixture(published, spec);
  root = repositoryCopy(seen, await derive(spec));
  removeCopy(seen);
}, 60_000);
afterAll(async () => {
  rmSync(directory, { recursive: true });
  removeCopy(root);
});

function document(change: (vendor: VendorFixture) => void = () => {}): string {
  const vendor = published.clone();
  change(vendor);
  const file = path.join(directory, "vendor.json");
  writeFileSync(file, JSON.stringify(vendor.document));
  return file;
}

function run(script: string, ...parameters: string[]): { status: number | null; stdout: string; stderr: string } {
  const file = path.join(repository, "scripts/commands", script);
  const options = { cwd: repository, encoding: "utf8" as const, timeout: 60_000 };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file, ...parameters], options);
  return { status, stdout, stderr };
}

const required = { name: "modulex_folder", in: "query", required: true, schema: { type: "string" } };

describe("spec-drift", { timeout: 60_000 }, () => {
  it.each<[number, string, (vendor: VendorFixture) => void]>([
    [0, "nothing new", () => {}],
    [1, "an addition", (d) => void Object.assign(d.operation(LEADS[0]?.slice(0, -4) ?? ""), { deprecated: true })],
    [3, "a change", (d) => void Object.assign(d.schema("GET /api/v2/emails query limit"), { maximum: 500 })],
    [4, "a break", (d) => void (d.operation("GET /api/v2/emails")["parameters"] as Json[]).push(required)],
  ])("exits with %i for %s", (code, _name, change) => {
    const { status, stdout, stderr } = run("spec-drift.ts", "--upstream", document(change), "--root", root);
    expect(stderr).toBe("");
    expect(status).toBe(code);
    expect(stdout).toMatch(/Compared \d+ operations/);
  });

  it("reports as JSON", () => {
    const file = document((d) => void (d.operation("GET /api/v2/emails")["parameters"] as Json[]).push(required));
    const { status, stdout } = run("spec-drift.ts", "--upstream", file, "--root", root, "--json");
    expect(status).toBe(4);
    const report = JSON.parse(stdout) as { exitCode: number; findings: Json[]; departures: Json[] };
    expect(report.exitCode).toBe(4);
    expect(report.findings).toEqual([
      {
        operation: "GET /api/v2/emails",
        place: "GET /api/v2/emails query modulex_folder",
        places: ["GET /api/v2/emails query modulex_folder"],
        kind: "parameter-added",
        class: "breaking",
        published: "required string",
        ours: "absent",
        specFile: expect.stringMatching(/^spec\/paths\/emails\.yaml:2\d$/),
      },
    ]);
    expect(report.departures.every(({ departure }) => typeof departure === "string")).toBe(true);
  });

  it("exits with 2 and one line when nothing can be compared", () => {
    const file = path.join(directory, "page.html");
    writeFileSync(file, "<html>");
    const { status, stdout, stderr } = run("spec-drift.ts", "--upstream", file);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("is HTML, not an OpenAPI document");
  });

  it("exits with 2 for an unknown option", () => {
    const { status, stderr } = run("spec-drift.ts", "--upsteam", "x");
    expect(status).toBe(2);
    expect(stderr).toContain("Usage: spec-drift");
  });
});

describe("spec-update", { timeout: 60_000 }, () => {
  it("exits with 4 and prints what needs a decision", () => {
    const file = document((d) => void (d.operation("GET /api/v2/emails")["parameters"] as Json[]).push(required));
    const { status, stdout } = run("spec-update.ts", "--upstream", file, "--root", root);
    expect(status).toBe(4);
    expect(stdout).toContain("Needs a decision\n  breaking parameter-added GET /api/v2/emails query modulex_folder");
    expect(stdout).toContain("Changeset: none");
  });
});

const reference = process.env["VENDOR_DOCUMENT"] ?? path.resolve(repository, "../shared/reference/upstream-13.json");

// The vendor's document is not part of this repository. Without it, a warning is printed.
if (!existsSync(reference)) console.warn(`Not compared with the vendor's own document: there is no ${reference}`);
else
  describe("the vendor's own document (set VENDOR_DOCUMENT to a file)", () => {
    it("differs from the spec by the declared departures only", () => {
      const found = findDrift(VendorFixture.fromFile(reference).node(), spec, true);
      expect(found.findings.map(({ kind, place }) => `${kind} ${place}`)).toEqual([]);
      expect(found.stale).toEqual([]);
      expect(found.compared).toBeGreaterThanOrEqual(13);
    });

    it("reports a removed field", () => {
      const vendor = VendorFixture.fromFile(reference);
      const components = vendor.document["components"] as { schemas: Record<string, { properties: Json }> };
      delete components.schemas["Lead"]?.properties["phone"];
      const found = findDrift(vendor.node(), spec, true);
      expect(found.findings.map(({ kind, places }) => [kind, places])).toEqual([
        ["field-removed", expect.arrayContaining(LEADS.map((place) => expect.stringContaining(place)))],
      ]);
    });
  });
