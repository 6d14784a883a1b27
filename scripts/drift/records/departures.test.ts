import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { findDrift } from "../compare/find-drift.ts";
import { ComparisonError } from "../document/comparison-error.ts";
import { descend, isRecord, rootOf } from "../document/document-node.ts";
import { SpecFiles } from "../document/spec-files.ts";
import { driftText } from "../report/drift-text.ts";
import { exitCode } from "../report/exit-code.ts";
import { specFixture } from "../testing/spec-fixture.ts";
import { repositorySpec } from "../testing/vendor-change.ts";
import { type Json, type VendorFixture, vendorFixture } from "../testing/vendor-fixture.ts";
import { readDepartures } from "./departures.ts";
import { expandPlace } from "./expand-place.ts";
import { matchDepartures } from "./match-departures.ts";
import { readVendorMeanings, VENDOR_MEANINGS } from "./vendor-meanings.ts";

const directory = mkdtempSync(path.join(tmpdir(), "modulex-instantly-departures-"));
const file = path.join(directory, "departures.yaml");
let published: VendorFixture;
let spec: string;

beforeAll(async () => {
  published = await vendorFixture(repositorySpec);
  spec = specFixture(published, repositorySpec);
}, 60_000);
afterAll(() => {
  for (const folder of [directory, spec]) rmSync(folder, { recursive: true });
});

const entry = {
  id: "one",
  kind: "format-changed",
  cases: [{ where: ["GET /a 200 id"], published: "uuid", ours: "none" }],
  reason: "Seen to be otherwise.",
  evidence: ["L"],
  date: "2026-06-30",
};

describe("readDepartures", () => {
  it.each<[string, object, string]>([
    ["no reason", { reason: undefined }, "one: reason is missing"],
    ["an empty reason", { reason: " " }, "one: reason must be a non-empty string"],
    ["an unknown tag", { evidence: ["X"] }, "one: evidence must be a list of S, D, L, R or I"],
    ["no tag", { evidence: [] }, "one: evidence must be a list of S, D, L, R or I"],
    ["a date in another format", { date: "30 June 2026" }, "one: date must be YYYY-MM-DD"],
    ["no cases", { cases: [] }, "one: cases must be a non-empty list"],
    ["a case without a place", { cases: [{ where: [], published: 1, ours: 2 }] }, "one: where must be a place"],
    ["a case without a value", { cases: [{ where: "a", ours: 2 }] }, "one, cases: published is missing"],
    ["a misspelt field", { evidense: ["L"] }, "evidense is unknown; expected id, kind, cases"],
  ])("rejects an entry with %s", (_name, change, message) => {
    const changed = Object.fromEntries(
      Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined),
    );
    writeFileSync(file, stringify({ departures: [changed] }));
    expect(() => readDepartures(file)).toThrow(message.replace(/^one: (?=reason is missing)/, "departures[0]: "));
  });

  it("finds none in a spec without the file", () => {
    expect(readDepartures(path.join(directory, "missing.yaml"))).toEqual([]);
  });

  it.each([
    ["a file that is not YAML", "departures: [", "spec/vendor/departures.yaml: Flow sequence"],
    ["a file with another structure", "departure: []", "spec/vendor/departures.yaml: expected a list named departures"],
  ])("rejects %s in one line", (_name, text, message) => {
    writeFileSync(file, text);
    expect(() => readDepartures(file)).toThrow(ComparisonError);
    expect(() => readDepartures(file)).toThrow(message);
    expect(() => readDepartures(file)).not.toThrow("\n");
  });

  it("rejects an id that is used twice", () => {
    writeFileSync(file, stringify({ departures: [entry, entry] }));
    expect(() => readDepartures(file)).toThrow("one: id is used twice");
  });
});

describe("expandPlace", () => {
  it("expands operations and members, and leaves path parameters alone", () => {
    expect(expandPlace("* {401,402} error", ["GET /a/{id}", "POST /b"])).toEqual([
      "GET /a/{id} 401 error",
      "GET /a/{id} 402 error",
      "POST /b 401 error",
      "POST /b 402 error",
    ]);
  });
});

describe("spec/vendor/meanings.yaml", () => {
  it("lists only values that the spec describes", () => {
    const recorded = readVendorMeanings(path.join(repositorySpec, VENDOR_MEANINGS));
    const documents = new SpecFiles(repositorySpec);
    const stale = [...recorded].flatMap(([place, values]) => {
      const [file = "", pointer = ""] = place.split("#/");
      const meanings = descend(rootOf(documents, file), ...pointer.split("/"))?.value;
      return [...values.keys()].filter((value) => !isRecord(meanings) || !Object.hasOwn(meanings, value));
    });
    expect(recorded.size).toBeGreaterThan(10);
    expect(stale).toEqual([]);
  });

  it("is rejected when it has another structure", () => {
    writeFileSync(file, stringify({ meanings: ["1"] }));
    expect(() => readVendorMeanings(file)).toThrow("spec/vendor/meanings.yaml: expected meanings");
  });
});

describe("a declared departure", () => {
  it("is reported when the vendor has adopted it", () => {
    const vendor = published.clone();
    const responses = vendor.operation("GET /api/v2/emails")["responses"] as Json;
    responses["403"] = structuredClone(responses["401"]);
    vendor.at(["GET /api/v2/emails 200 items[].thread_id"], (schema) => delete schema["format"]);
    const found = findDrift(vendor.node(), spec, true);
    expect(found.stale.map(({ departure, place, now }) => [departure, place, now])).toEqual([
      ["undocumented-403", "GET /api/v2/emails 403", undefined],
      ["thread-id-is-not-a-uuid", "GET /api/v2/emails 200 items[].thread_id", undefined],
    ]);
    expect(driftText(found, "test")).toContain("undocumented-403: status-removed at GET /api/v2/emails 403");
    expect(exitCode({ findings: [], stale: found.stale })).toBe(1);
  });

  it("is reported as stale, and as a finding, when the vendor publishes something else", () => {
    const vendor = published.clone().at(["GET /api/v2/emails 200 items[].thread_id"], (schema) => {
      schema["format"] = "ulid";
    });
    const found = findDrift(vendor.node(), spec, true);
    expect(found.findings.map(({ kind, published: now }) => [kind, now])).toEqual([["format-changed", "ulid"]]);
    expect(found.stale).toEqual([
      {
        departure: "thread-id-is-not-a-uuid",
        place: "GET /api/v2/emails 200 items[].thread_id",
        kind: "format-changed",
        declared: { published: "uuid", ours: "none" },
        now: { published: "ulid", ours: "none" },
      },
    ]);
    expect(exitCode(found)).toBe(3);
  });

  it("is reported when its place does not exist", () => {
    const [finding] = findDrift(published.node(), spec, true).declared;
    if (!finding) throw new Error("there are no departures");
    const { stale } = matchDepartures([finding], [{ ...entry, kind: finding.kind }], []);
    expect(stale.map(({ departure, place }) => [departure, place])).toEqual([["one", "GET /a 200 id"]]);
  });

  it("is not reported inside an operation that was removed", () => {
    const vendor = published.clone();
    delete (vendor.document["paths"] as Json)["/api/v2/emails/reply"];
    expect(findDrift(vendor.node(), spec, true).stale).toEqual([]);
  });
});
