import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { exitCode } from "../report/exit-code.ts";
import { UpdateFixture } from "../testing/update-fixture.ts";
import { addProperty, atLead, LEADS } from "../testing/vendor-change.ts";
import type { Json, VendorFixture } from "../testing/vendor-fixture.ts";
import { DerivationError } from "./update.ts";
import { updateText } from "./update-text.ts";

let fixture: UpdateFixture;
beforeAll(async () => {
  fixture = await UpdateFixture.prepare();
}, 60_000);
afterAll(() => fixture.end());
beforeEach(() => fixture.start());

/** Removes a property from a schema file, as a manual edit would. */
function removeFromSpec(file: string, ...names: string[]): void {
  const document = parseDocument(fixture.read(file));
  document.deleteIn(["properties", names[0]]);
  const required = document.getIn(["required"]) as { items: { value: string }[] } | undefined;
  const index = required?.items.findIndex(({ value }) => value === names[0]) ?? -1;
  if (index >= 0) document.deleteIn(["required", index]);
  writeFileSync(fixture.pathOf(file), document.toString({ lineWidth: 0 }));
}

describe("what an update does not apply", { timeout: 60_000 }, () => {
  it.each<[string, (vendor: VendorFixture) => void, string, number]>([
    [
      "a changed type",
      (vendor) => void vendor.at(atLead("company_domain"), (schema) => Object.assign(schema, { type: "array" })),
      "type-changed POST /api/v2/leads 200 company_domain",
      4,
    ],
    [
      "a new required parameter",
      (vendor) => {
        const parameter = { name: "modulex_folder", in: "query", required: true, schema: { type: "string" } };
        (vendor.operation("GET /api/v2/emails")["parameters"] as Json[]).push(parameter);
      },
      "parameter-added GET /api/v2/emails query modulex_folder",
      4,
    ],
    [
      "a higher bound",
      (vendor) => void Object.assign(vendor.schema("GET /api/v2/emails query limit"), { maximum: 500 }),
      "maximum-changed GET /api/v2/emails query limit",
      3,
    ],
    [
      "a changed description of a value",
      (vendor) =>
        void vendor.at(atLead("status"), (schema) =>
          Object.assign(schema["x-enumDescriptions"] as Json, { "3": "Lost" }),
        ),
      "enum-meaning-changed POST /api/v2/leads 200 status",
      1,
    ],
    [
      "a value at only one place of a shared schema",
      (vendor) => {
        const place = "POST /api/v2/campaigns body campaign_schedule.schedules[].timezone";
        (vendor.schema(place)["enum"] as unknown[]).push("America/New_York");
      },
      "not applied: spec/schemas/TimeZone.yaml is shared with",
      1,
    ],
    ...[
      { name: "X-Modulex", in: "header", schema: { type: "string" } },
      { name: "modulex_range", in: "query", style: "deepObject", schema: { type: "object" } },
      { name: "modulex_ids", in: "query", explode: false, schema: { type: "array", items: { type: "string" } } },
    ].map((parameter): [string, (vendor: VendorFixture) => void, string, number] => [
      `the parameter ${parameter.name}, which the client cannot send`,
      (vendor) => void (vendor.operation("GET /api/v2/emails")["parameters"] as Json[]).push(parameter),
      parameter.in === "header" ? "the client sends no other" : "the client cannot send the query parameter",
      1,
    ]),
    [
      "a success that is a list",
      (vendor) => {
        const content = { "application/json": { schema: { type: "array", items: { type: "string" } } } };
        (vendor.operation("POST /api/v2/leads")["responses"] as Json)["202"] = { description: "Theirs", content };
      },
      "not applied: the client rejects a success that is not an object",
      1,
    ],
    [
      "a success without a body",
      (vendor) => {
        (vendor.operation("DELETE /api/v2/leads")["responses"] as Json)["204"] = { description: "Theirs" };
      },
      "not applied: the client rejects a success without a body",
      1,
    ],
    [
      "a name that is not plain",
      (vendor) => addProperty(vendor.schema("POST /api/v2/leads body"), "x`\n- [ ] @everyone", { type: "string" }),
      "not applied: the field is not a plain name",
      1,
    ],
    [
      "a schema with alternatives",
      (vendor) => addProperty(vendor.schema("POST /api/v2/leads body"), "either", { oneOf: [{}, {}, {}] }),
      "not applied: it uses oneOf",
      1,
    ],
    [
      "a field with a recursive schema",
      (vendor) => {
        const self = { $ref: "#/components/schemas/Bomb" };
        const schemas = { Bomb: { type: "object", properties: { a: self, b: self, c: self, d: self } } };
        vendor.document["components"] = { ...(vendor.document["components"] as Json), schemas };
        addProperty(vendor.schema("POST /api/v2/leads body"), "bomb", self);
      },
      "not applied: ",
      1,
    ],
  ])("reports %s by name, and writes nothing", async (_name, change, message, code) => {
    const result = await fixture.run(change);
    expect(result.applied).toEqual([]);
    expect(updateText(result, fixture.pathOf("spec"))).toContain(message);
    expect(exitCode(result.left)).toBe(code);
    expect(fixture.specDiff()).toEqual([]);
    expect(fixture.changesets()).toEqual([]);
  });

  it("treats a new field in the closed result of an action as breaking, as VERSIONING.md does", async () => {
    const detail = "spec/actions/details/LeadDetail.yaml";
    const added = "  esp_code:\n    $ref: ../../schemas/Lead.yaml#/properties/esp_code\n";
    writeFileSync(fixture.pathOf(detail), `${fixture.read(detail).trimEnd()}\n${added}`);
    const result = await fixture.run(() => {});
    expect(result.bumps).toMatchObject({ types: "none", client: "none", actions: "major", sandbox: "none" });
    expect(result.changeset?.text).toContain('"@modulex-instantly/actions": major');
  });

  describe("when the vendor removes a field", () => {
    const vendorWithout = (name: string) => (vendor: VendorFixture) =>
      void vendor.at(LEADS, (schema) => {
        delete (schema["properties"] as Json)[name];
        schema["required"] = (schema["required"] as string[]).filter((other) => other !== name);
      });

    it("names the actions that rely on it", async () => {
      const result = await fixture.run(vendorWithout("company_domain"));
      expect(exitCode(result.left)).toBe(4);
      const text = updateText(result, fixture.pathOf("spec"));
      expect(text).toContain("breaking field-removed POST /api/v2/leads 200 company_domain");
      expect(text).toContain("used by spec/actions/details/LeadDetail.yaml");
      expect(fixture.specDiff()).toEqual([]);
    });

    it("fails with the name of the action once the field is removed from the spec, and writes nothing", async () => {
      removeFromSpec("spec/schemas/Lead.yaml", "company_domain");
      const types = fixture.read("packages/types/src/openapi.gen.ts");
      const failure = fixture.run(vendorWithout("company_domain"));
      await expect(failure).rejects.toThrow(DerivationError);
      await expect(failure).rejects.toThrow(/action (list_leads|get_lead|create_lead).*reference leads nowhere/);
      expect(fixture.read("packages/types/src/openapi.gen.ts")).toBe(types);
      expect(fixture.changesets()).toEqual([]);
    });

    it("writes a major changeset once a field that no action uses is removed from the spec", async () => {
      removeFromSpec("spec/schemas/Lead.yaml", "esp_code");
      const result = await fixture.run(vendorWithout("esp_code"));
      expect(exitCode(result.left)).toBe(0);
      expect(result.bumps).toMatchObject({ types: "major", client: "major", actions: "none" });
      expect(result.changeset?.text).toContain("- **Effect.** Field removed: `POST /api/v2/leads 200 esp_code`");
    });
  });
});
