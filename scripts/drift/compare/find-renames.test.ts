import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driftJson } from "../report/drift-json.ts";
import { driftText } from "../report/drift-text.ts";
import { specFixture } from "../testing/spec-fixture.ts";
import { addProperty, EMAILS, LEADS, removeProperty, repositorySpec } from "../testing/vendor-change.ts";
import { type Json, type VendorFixture, vendorFixture } from "../testing/vendor-fixture.ts";
import { type Drift, findDrift } from "./find-drift.ts";

let published: VendorFixture;
let spec: string;
beforeAll(async () => {
  published = await vendorFixture(repositorySpec);
  spec = specFixture(published, repositorySpec);
});
afterAll(() => rmSync(spec, { recursive: true }));

function drift(change: (vendor: VendorFixture) => void): Drift {
  const vendor = published.clone();
  change(vendor);
  return findDrift(vendor.node(), spec, true);
}

const optional = (schema: Json, name: string) => {
  schema["required"] = ((schema["required"] ?? []) as string[]).filter((other) => other !== name);
};
/** Replaces a property of a lead by others. */
const replaced = (name: string, others: Readonly<Record<string, Json>>) => (vendor: VendorFixture) =>
  void vendor.at(LEADS, (schema) => {
    removeProperty(schema, name);
    optional(schema, name);
    for (const [added, property] of Object.entries(others)) addProperty(schema, added, property);
  });
const pairs = ({ findings }: Drift) => findings.map(({ kind, name, otherName }) => [kind, name, otherName]);
const text = { type: ["string", "null"] };

describe("a possible rename", () => {
  it("is proposed for a field, in the report and as JSON", () => {
    const found = drift(replaced("phone", { phone_number: text }));
    expect(pairs(found)).toEqual([
      ["field-added", "phone_number", "phone"],
      ["field-removed", "phone", "phone_number"],
    ]);
    expect(driftText(found, "test")).toContain("perhaps renamed to phone_number");
    expect(driftText(found, "test")).toContain("perhaps renamed from phone\n");
    expect(driftJson(found, "test")["findings"]).toContainEqual(
      expect.objectContaining({ kind: "field-removed", perhapsRenamed: "phone_number" }),
    );
  });

  it("is the addition with the most similar name", () => {
    const found = drift(replaced("phone", { modulex_owner: text, phone_number: text, nickname: text }));
    expect(pairs(found)).toContainEqual(["field-removed", "phone", "phone_number"]);
    expect(pairs(found)).toContainEqual(["field-added", "modulex_owner", undefined]);
  });

  it("is proposed for a parameter", () => {
    const found = drift((vendor) => {
      vendor.parameter(EMAILS, "eaccount")["name"] = "email_account";
    });
    expect(pairs(found)).toEqual([
      ["parameter-added", "email_account", "eaccount"],
      ["parameter-removed", "eaccount", "email_account"],
    ]);
  });

  it("is proposed for a value", () => {
    const found = drift((vendor) => {
      const values = vendor.schema(`${EMAILS} query email_type`)["enum"] as string[];
      values[values.indexOf("manual")] = "written_by_hand";
    });
    expect(pairs(found)).toEqual([
      ["enum-value-added", "written_by_hand", "manual"],
      ["enum-value-removed", "manual", "written_by_hand"],
    ]);
  });

  it.each<[string, (vendor: VendorFixture) => void]>([
    ["another type", replaced("phone", { phone_number: { type: "integer" } })],
    ["another format", replaced("phone", { phone_id: { type: ["string", "null"], format: "uuid" } })],
    [
      "another place",
      (vendor) => {
        replaced("phone", {})(vendor);
        addProperty(vendor.schema("POST /api/v2/leads body"), "phone_number", text);
      },
    ],
    [
      "only some of the places",
      (vendor) => {
        replaced("phone", {})(vendor);
        vendor.at(LEADS.slice(1), (schema) => addProperty(schema, "phone_number", text));
      },
    ],
  ])("is not proposed for an addition with %s", (_, change) => {
    const found = drift(change);
    expect(found.findings.map(({ kind }) => kind).sort()).toEqual(["field-added", "field-removed"]);
    expect(pairs(found).map(([, , other]) => other)).toEqual([undefined, undefined]);
  });
});

describe("alternatives are described in words:", () => {
  const alternatives = [
    { type: "string", format: "uuid" },
    { type: "array", items: { type: "integer" } },
    { type: "object", properties: { id: {}, name: {} }, required: ["id", "key"] },
  ];
  const words = "one of: string uuid; array of integer; object with id, name, key";

  it("those of a new field", () => {
    const found = drift((vendor) =>
      addProperty(vendor.schema("POST /api/v2/leads body"), "either", { oneOf: alternatives }),
    );
    expect(driftText(found, "test")).toContain(`published: optional ${words}; ours: absent`);
  });

  it("those of a field that has none in the spec", () => {
    const found = drift(
      (vendor) => void Object.assign(vendor.schema("POST /api/v2/leads body email"), { oneOf: alternatives }),
    );
    expect(driftText(found, "test")).toContain(`, ${words}`);
  });

  it("those of the spec, where the vendor has more", () => {
    const found = drift((vendor) => {
      vendor.schema("POST /api/v2/emails/reply body body")["anyOf"] = Array(7).fill({ required: ["html"] });
    });
    const one = "any value with html";
    expect(driftText(found, "test")).toContain(`any of: ${[one, one, one, one, one].join("; ")}; 2 more`);
    expect(driftText(found, "test")).toContain("ours: any value with html; any value with text");
  });
});
