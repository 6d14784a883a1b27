import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ComparisonError } from "../document/comparison-error.ts";
import { driftText } from "../report/drift-text.ts";
import { exitCode } from "../report/exit-code.ts";
import { specFixture } from "../testing/spec-fixture.ts";
import { addProperty, atLead, LEADS, repositorySpec } from "../testing/vendor-change.ts";
import { type Json, type VendorFixture, vendorFixture } from "../testing/vendor-fixture.ts";
import { findDrift } from "./find-drift.ts";

let published: VendorFixture;
let spec: string;

beforeAll(async () => {
  published = await vendorFixture(repositorySpec);
  spec = specFixture(published, repositorySpec);
}, 60_000);
afterAll(() => rmSync(spec, { recursive: true }));

describe("findDrift", () => {
  it("finds only the declared departures in the vendor fixture", () => {
    const found = findDrift(published.node(), spec, true);
    expect(found.findings.map(({ kind, place }) => `${kind} ${place}`)).toEqual([]);
    expect(found.stale).toEqual([]);
    expect(found.declared.length).toBeGreaterThan(0);
    expect(exitCode(found)).toBe(0);
  });

  it.each([
    ["descriptions", "description"],
    ["titles", "title"],
    ["examples", "examples"],
    ["unknown extensions", "x-internal"],
  ])("does not compare %s", (_name, keyword) => {
    const vendor = published.clone();
    vendor.at([...LEADS, "POST /api/v2/leads body", "POST /api/v2/campaigns body"], (schema) => {
      schema[keyword] = "Theirs";
    });
    expect(findDrift(vendor.node(), spec, true).findings).toEqual([]);
  });

  it("ignores the order of types, enum values and required names, and allOf around a schema", () => {
    const vendor = published.clone();
    const schema = vendor.schema("POST /api/v2/campaigns body");
    (schema["required"] as string[]).reverse();
    (vendor.schema("POST /api/v2/leads/list body esg_code")["enum"] as unknown[]).reverse();
    vendor.schema("POST /api/v2/campaigns body provider_routing_rules")["required"] = ["action"]; // no effect on a list
    const phone = vendor.schema("POST /api/v2/leads body phone");
    phone["allOf"] = [{ type: ["null", "string"] }];
    delete phone["type"];
    expect(findDrift(vendor.node(), spec, true).findings).toEqual([]);
  });

  it("ignores how servers, schemes and alternatives are written", () => {
    const vendor = published.clone();
    const [server] = vendor.document["servers"] as Json[];
    const { host } = new URL(String(server?.["url"]));
    vendor.document["servers"] = [{ url: "https://{host}/", variables: { host: { default: host } } }];
    const schemes = (vendor.document["components"] as Record<string, Record<string, Json>>)["securitySchemes"];
    for (const scheme of Object.values(schemes ?? {})) scheme["scheme"] = String(scheme["scheme"]).toUpperCase();
    const [selection] = vendor.schema("DELETE /api/v2/leads body")["allOf"] as Json[];
    ((selection as Json)["anyOf"] as unknown[]).reverse();
    expect(findDrift(vendor.node(), spec, true).findings).toEqual([]);
  });

  it("names every place of a shared schema, and those without the difference", () => {
    const vendor = published.clone().at(atLead("status").slice(0, 1), (schema) => {
      (schema["enum"] as unknown[]).push(-4);
    });
    const [finding] = findDrift(vendor.node(), spec, true).findings;
    expect(finding?.places).toEqual([`${LEADS[0]} status`]);
    expect(finding?.notAt).toEqual(expect.arrayContaining([`${LEADS[1]}.status`, `${LEADS[2]} status`]));
  });

  it("points to the line to edit", () => {
    const vendor = published.clone().at(atLead("company_domain"), (schema) => {
      schema["type"] = "number";
    });
    const text = driftText(findDrift(vendor.node(), spec, true), "test");
    expect(text).toMatch(/breaking type-changed 200 company_domain\n.*published: \["number"\]; ours: \["string"\]/);
    expect(text).toMatch(/edit spec\/schemas\/Lead\.yaml:\d+/);
    expect(text).toContain("also at POST /api/v2/leads/list 200 items[].company_domain");
  });

  it("compares recursive schemas", () => {
    const vendor = published.clone();
    const tree: Json = { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } };
    vendor.document["components"] = { ...(vendor.document["components"] as Json), schemas: { Tree: tree } };
    addProperty(vendor.schema("POST /api/v2/leads body"), "tree", { $ref: "#/components/schemas/Tree" });
    const found = findDrift(vendor.node(), spec, true);
    expect(found.findings.map(({ kind }) => kind)).toEqual(["field-added"]);
  });

  it("stops at a schema that contains itself many times", () => {
    const vendor = published.clone();
    const self = { $ref: "#/components/schemas/Bomb" };
    vendor.document["components"] = {
      ...(vendor.document["components"] as Json),
      schemas: { Bomb: { allOf: Array.from({ length: 30 }, () => self), properties: { a: self, b: self, c: self } } },
    };
    vendor.at(["POST /api/v2/leads body phone"], (schema) => Object.assign(schema, { allOf: [self] }));
    expect(findDrift(vendor.node(), spec, true).findings.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["nowhere", "#/components/schemas/Missing", /leads nowhere/],
    ["to an anchor", "#phone", /leads nowhere/],
    ["in a circle", "#/components/schemas/Loop", /leads in a circle/],
    ["to another host", "https://example.com/schema.json", /refers to another host/],
    ["to a file", "other.json#/a", /refers to another file/],
  ])("rejects a reference that leads %s", (_name, $ref, message) => {
    const vendor = published.clone();
    vendor.document["components"] = { schemas: { Loop: { $ref: "#/components/schemas/Loop" } } };
    (vendor.schema("POST /api/v2/leads body")["properties"] as Json)["phone"] = { $ref };
    expect(() => findDrift(vendor.node(), spec, true)).toThrow(message);
    expect(() => findDrift(vendor.node(), spec, true)).toThrow(ComparisonError);
  });

  it("rejects a document that describes none of the operations", () => {
    const vendor = published.clone();
    vendor.document["paths"] = { "/pets": { get: { operationId: "pets", responses: {} } } };
    expect(() => findDrift(vendor.node(), spec, true)).toThrow(/describes none of the \d+ operations/);
  });
});
