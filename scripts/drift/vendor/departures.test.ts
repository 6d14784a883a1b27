import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { drift } from "../compare/find-drift.ts";
import { descend, isRecord, rootOf } from "../document/document-node.ts";
import { SpecDocuments } from "../document/spec-files.ts";
import { driftText } from "../report/drift-text.ts";
import { exitCode } from "../report/exit-code.ts";
import { specThatSaw } from "../testing/spec-fixture.ts";
import { type Json, VendorDouble } from "../testing/vendor-fixture.ts";
import { readDepartures } from "./departures.ts";
import { expandPlace } from "./expand-place.ts";
import { judgeDepartures } from "./match-departures.ts";
import { readVendorMeanings, VENDOR_MEANINGS } from "./vendor-meanings.ts";

const repositorySpec = path.resolve(import.meta.dirname, "../../../spec");
const directory = mkdtempSync(path.join(tmpdir(), "modulex-instantly-departures-"));
const file = path.join(directory, "departures.yaml");
let published: VendorDouble;
let spec: string;

beforeAll(async () => {
  published = await VendorDouble.of(repositorySpec);
  spec = specThatSaw(published, repositorySpec);
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
    ["an empty reason", { reason: " " }, "one: reason must be a text"],
    ["an unknown tag", { evidence: ["X"] }, "one: evidence must be a list of S, D, L, R or I"],
    ["no tag", { evidence: [] }, "one: evidence must be a list of S, D, L, R or I"],
    ["a date of another form", { date: "30 June 2026" }, "one: date must be YYYY-MM-DD"],
    ["no cases", { cases: [] }, "one: cases must be a list and not empty"],
    ["a case without a place", { cases: [{ where: [], published: 1, ours: 2 }] }, "one: where must be a place"],
    ["a case without a value", { cases: [{ where: "a", ours: 2 }] }, "one, cases: published is missing"],
    ["a misspelt field", { evidense: ["L"] }, "evidense is unknown; expected id, kind, cases"],
  ])("refuses an entry with %s", (_name, change, words) => {
    const changed = Object.fromEntries(
      Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined),
    );
    writeFileSync(file, stringify({ departures: [changed] }));
    expect(() => readDepartures(file)).toThrow(words.replace(/^one: (?=reason is missing)/, "departures[0]: "));
  });

  it("refuses an id that is used twice", () => {
    writeFileSync(file, stringify({ departures: [entry, entry] }));
    expect(() => readDepartures(file)).toThrow("one: id is used twice");
  });
});

describe("expandPlace", () => {
  it("writes out every operation and every member, and leaves the braces of a path alone", () => {
    expect(expandPlace("* {401,402} error", ["GET /a/{id}", "POST /b"])).toEqual([
      "GET /a/{id} 401 error",
      "GET /a/{id} 402 error",
      "POST /b 401 error",
      "POST /b 402 error",
    ]);
  });
});

describe("spec/vendor/meanings.yaml", () => {
  it("speaks of values that the spec describes, where they are", () => {
    const seen = readVendorMeanings(path.join(repositorySpec, VENDOR_MEANINGS));
    const documents = new SpecDocuments(repositorySpec);
    const stale = [...seen].flatMap(([place, values]) => {
      const [file = "", pointer = ""] = place.split("#/");
      const meanings = descend(rootOf(documents, file), ...pointer.split("/"))?.value;
      return [...values.keys()].filter((value) => !isRecord(meanings) || !Object.hasOwn(meanings, value));
    });
    expect(seen.size).toBeGreaterThan(10);
    expect(stale).toEqual([]);
  });

  it("is refused when it is no such list", () => {
    writeFileSync(file, stringify({ meanings: ["1"] }));
    expect(() => readVendorMeanings(file)).toThrow("spec/vendor/meanings.yaml: expected meanings");
  });
});

describe("a declared departure", () => {
  it("is reported when the vendor has come round", () => {
    const double = published.clone();
    const responses = double.operation("GET /api/v2/emails")["responses"] as Json;
    responses["403"] = structuredClone(responses["401"]);
    double.at(["GET /api/v2/emails 200 items[].thread_id"], (schema) => delete schema["format"]);
    const found = drift(double.node(), spec, true);
    expect(found.untrue.map(({ departure, place, now }) => [departure, place, now])).toEqual([
      ["forbidden-is-answered", "GET /api/v2/emails 403", undefined],
      ["thread-id-is-no-uuid", "GET /api/v2/emails 200 items[].thread_id", undefined],
    ]);
    expect(driftText(found, "test")).toContain("forbidden-is-answered: status-removed at GET /api/v2/emails 403");
    expect(exitCode({ findings: [], untrue: found.untrue })).toBe(1);
  });

  it("is reported twice when the vendor publishes something else: as it was and as it is", () => {
    const double = published.clone().at(["GET /api/v2/emails 200 items[].thread_id"], (schema) => {
      schema["format"] = "ulid";
    });
    const found = drift(double.node(), spec, true);
    expect(found.findings.map(({ kind, published: now }) => [kind, now])).toEqual([["format-changed", "ulid"]]);
    expect(found.untrue).toEqual([
      {
        departure: "thread-id-is-no-uuid",
        place: "GET /api/v2/emails 200 items[].thread_id",
        kind: "format-changed",
        declared: { published: "uuid", ours: "none" },
        now: { published: "ulid", ours: "none" },
      },
    ]);
    expect(exitCode(found)).toBe(3);
  });

  it("is reported when the place it names does not exist", () => {
    const [finding] = drift(published.node(), spec, true).declared;
    if (!finding) throw new Error("there are no departures");
    const { untrue } = judgeDepartures([finding], [{ ...entry, kind: finding.kind }], []);
    expect(untrue.map(({ departure, place }) => [departure, place])).toEqual([["one", "GET /a 200 id"]]);
  });

  it("says nothing of places inside an operation that is gone", () => {
    const double = published.clone();
    delete (double.document["paths"] as Json)["/api/v2/emails/reply"];
    expect(drift(double.node(), spec, true).untrue).toEqual([]);
  });
});
