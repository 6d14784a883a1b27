import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CannotCompare } from "../document/comparison-error.ts";
import { driftText } from "../report/drift-text.ts";
import { exitCode } from "../report/exit-code.ts";
import { accessMutations } from "../testing/access-changes.ts";
import { bodyMutations } from "../testing/body-changes.ts";
import { parameterMutations } from "../testing/parameter-changes.ts";
import { responseMutations } from "../testing/response-changes.ts";
import { specThatSaw } from "../testing/spec-fixture.ts";
import { addProperty, atLead, LEADS } from "../testing/vendor-change.ts";
import { type Json, VendorDouble } from "../testing/vendor-fixture.ts";
import { drift } from "./find-drift.ts";

const repositorySpec = path.resolve(import.meta.dirname, "../../../spec");
let published: VendorDouble;
let spec: string;

beforeAll(async () => {
  published = await VendorDouble.of(repositorySpec);
  spec = specThatSaw(published, repositorySpec);
}, 60_000);
afterAll(() => rmSync(spec, { recursive: true }));

describe("drift", () => {
  it("finds nothing but the declared departures in the spec with these taken back", () => {
    const found = drift(published.node(), spec, true);
    expect(found.findings.map(({ kind, place }) => `${kind} ${place}`)).toEqual([]);
    expect(found.untrue).toEqual([]);
    expect(found.declared.length).toBeGreaterThan(0);
    expect(exitCode(found)).toBe(0);
  });

  it.each([...accessMutations, ...parameterMutations, ...bodyMutations, ...responseMutations])(
    "finds %s",
    (_name, change, [findingClass, kind, place, file]) => {
      const double = published.clone();
      change(double);
      const found = drift(double.node(), spec, true);
      expect(found.findings.map((finding) => [finding.class, finding.kind, finding.place])).toEqual([
        [findingClass, kind, place],
      ]);
      expect(found.untrue).toEqual([]);
      const [line] = /edit (\S+?)(:\d+)?$/m.exec(driftText(found, "test"))?.slice(1) ?? [];
      expect(line).toBe(file);
    },
  );

  it.each([
    ["descriptions", "description"],
    ["titles", "title"],
    ["examples", "examples"],
    ["extensions of its own", "x-internal"],
  ])("does not compare %s", (_name, keyword) => {
    const double = published.clone();
    double.at([...LEADS, "POST /api/v2/leads body", "POST /api/v2/campaigns body"], (schema) => {
      schema[keyword] = "Theirs";
    });
    expect(drift(double.node(), spec, true).findings).toEqual([]);
  });

  it("does not mind the order of types, enum values and required names, or allOf around a schema", () => {
    const double = published.clone();
    const schema = double.schema("POST /api/v2/campaigns body");
    (schema["required"] as string[]).reverse();
    (double.schema("POST /api/v2/leads/list body esg_code")["enum"] as unknown[]).reverse();
    double.schema("POST /api/v2/campaigns body provider_routing_rules")["required"] = ["action"]; // no effect on a list
    const phone = double.schema("POST /api/v2/leads body phone");
    phone["allOf"] = [{ type: ["null", "string"] }];
    delete phone["type"];
    expect(drift(double.node(), spec, true).findings).toEqual([]);
  });

  it("names every place of a shared schema, and those that do not show the difference", () => {
    const double = published.clone().at(atLead("status").slice(0, 1), (schema) => {
      (schema["enum"] as unknown[]).push(-4);
    });
    const [finding] = drift(double.node(), spec, true).findings;
    expect(finding?.places).toEqual([`${LEADS[0]} status`]);
    expect(finding?.notAt).toEqual(expect.arrayContaining([`${LEADS[1]}.status`, `${LEADS[2]} status`]));
  });

  it("points to the line to edit", () => {
    const double = published.clone().at(atLead("company_domain"), (schema) => {
      schema["type"] = "number";
    });
    const text = driftText(drift(double.node(), spec, true), "test");
    expect(text).toMatch(/breaking type-changed 200 company_domain\n.*published: \["number"\]; ours: \["string"\]/);
    expect(text).toMatch(/edit spec\/schemas\/Lead\.yaml:\d+/);
    expect(text).toContain("also at POST /api/v2/leads/list 200 items[].company_domain");
  });

  it("compares schemas that contain themselves", () => {
    const double = published.clone();
    const tree: Json = { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } };
    double.document["components"] = { ...(double.document["components"] as Json), schemas: { Tree: tree } };
    addProperty(double.schema("POST /api/v2/leads body"), "tree", { $ref: "#/components/schemas/Tree" });
    const found = drift(double.node(), spec, true);
    expect(found.findings.map(({ kind }) => kind)).toEqual(["field-added"]);
  });

  it("ends at a schema that is made of itself, many times over", () => {
    const double = published.clone();
    const self = { $ref: "#/components/schemas/Bomb" };
    double.document["components"] = {
      ...(double.document["components"] as Json),
      schemas: { Bomb: { allOf: Array.from({ length: 30 }, () => self), properties: { a: self, b: self, c: self } } },
    };
    double.at(["POST /api/v2/leads body phone"], (schema) => Object.assign(schema, { allOf: [self] }));
    expect(drift(double.node(), spec, true).findings.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["nowhere", "#/components/schemas/Missing", /leads nowhere/],
    ["to an anchor", "#phone", /leads nowhere/],
    ["in a circle", "#/components/schemas/Loop", /leads in a circle/],
    ["to another host", "https://example.com/schema.json", /refers to another host/],
    ["to a file", "other.json#/a", /refers to another file/],
  ])("refuses a reference that leads %s", (_name, $ref, message) => {
    const double = published.clone();
    double.document["components"] = { schemas: { Loop: { $ref: "#/components/schemas/Loop" } } };
    (double.schema("POST /api/v2/leads body")["properties"] as Json)["phone"] = { $ref };
    expect(() => drift(double.node(), spec, true)).toThrow(message);
    expect(() => drift(double.node(), spec, true)).toThrow(CannotCompare);
  });

  it("refuses a document that describes none of the operations", () => {
    const double = published.clone();
    double.document["paths"] = { "/pets": { get: { operationId: "pets", responses: {} } } };
    expect(() => drift(double.node(), spec, true)).toThrow("describes none of the 13 operations");
  });
});
