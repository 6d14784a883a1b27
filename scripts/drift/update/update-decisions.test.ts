import { writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { exitCode } from "../report/exit-code.ts";
import { UpdateTrial } from "../testing/update-trial.ts";
import { addProperty, atLead, LEADS } from "../testing/vendor-change.ts";
import type { Json, VendorDouble } from "../testing/vendor-fixture.ts";
import { DoesNotDerive } from "./update.ts";
import { updateText } from "./update-text.ts";

let trial: UpdateTrial;
beforeAll(async () => {
  trial = await UpdateTrial.prepare();
}, 60_000);
afterAll(() => trial.end());
beforeEach(() => trial.start());
afterEach(() => trial.stop());

/** Takes a property out of a schema file, as a person would. */
function removeFromSpec(file: string, ...names: string[]): void {
  const document = parseDocument(trial.read(file));
  document.deleteIn(["properties", names[0]]);
  const required = document.getIn(["required"]) as { items: { value: string }[] } | undefined;
  const index = required?.items.findIndex(({ value }) => value === names[0]) ?? -1;
  if (index >= 0) document.deleteIn(["required", index]);
  writeFileSync(trial.pathOf(file), document.toString({ lineWidth: 0 }));
}

describe("what an update leaves to a person", { timeout: 60_000 }, () => {
  it.each<[string, (double: VendorDouble) => void, string, number]>([
    [
      "another type",
      (double) => void double.at(atLead("company_domain"), (schema) => Object.assign(schema, { type: "array" })),
      "type-changed POST /api/v2/leads 200 company_domain",
      4,
    ],
    [
      "a new required parameter",
      (double) => {
        const parameter = { name: "folder", in: "query", required: true, schema: { type: "string" } };
        (double.operation("GET /api/v2/emails")["parameters"] as Json[]).push(parameter);
      },
      "parameter-added GET /api/v2/emails query folder",
      4,
    ],
    [
      "a higher bound",
      (double) => void Object.assign(double.schema("GET /api/v2/emails query limit"), { maximum: 500 }),
      "maximum-changed GET /api/v2/emails query limit",
      3,
    ],
    [
      "another meaning of a value",
      (double) =>
        void double.at(atLead("status"), (schema) =>
          Object.assign(schema["x-enumDescriptions"] as Json, { "3": "Lost" }),
        ),
      "enum-meaning-changed POST /api/v2/leads 200 status",
      1,
    ],
    [
      "a value at one of the places of a shared schema",
      (double) => {
        const place = "POST /api/v2/campaigns body campaign_schedule.schedules[].timezone";
        (double.schema(place)["enum"] as unknown[]).push("America/New_York");
      },
      "not applied: spec/schemas/TimeZone.yaml is shared with",
      1,
    ],
    [
      "a name that is none",
      (double) => addProperty(double.schema("POST /api/v2/leads body"), "x`\n- [ ] @everyone", { type: "string" }),
      "not applied: the field is not a plain name",
      1,
    ],
    [
      "a structure that is not simply copied",
      (double) => addProperty(double.schema("POST /api/v2/leads body"), "either", { oneOf: [{}, {}, {}] }),
      "not applied: it uses oneOf",
      1,
    ],
    [
      "a field that is made of itself",
      (double) => {
        const self = { $ref: "#/components/schemas/Bomb" };
        const schemas = { Bomb: { type: "object", properties: { a: self, b: self, c: self, d: self } } };
        double.document["components"] = { ...(double.document["components"] as Json), schemas };
        addProperty(double.schema("POST /api/v2/leads body"), "bomb", self);
      },
      "not applied: ",
      1,
    ],
  ])("leaves %s to a person, by name, and writes nothing", async (_name, change, words, code) => {
    const result = await trial.run(change);
    expect(result.applied).toEqual([]);
    expect(updateText(result, trial.pathOf("spec"))).toContain(words);
    expect(exitCode(result.left)).toBe(code);
    expect(trial.specDiff()).toEqual([]);
    expect(trial.changesets()).toEqual([]);
  });

  it("takes a further field in the closed result of an action for a break, as VERSIONING.md does", async () => {
    const detail = "spec/actions/details/LeadDetail.yaml";
    const added = "  esp_code:\n    $ref: ../../schemas/Lead.yaml#/properties/esp_code\n";
    writeFileSync(trial.pathOf(detail), `${trial.read(detail).trimEnd()}\n${added}`);
    const result = await trial.run(() => {});
    expect(result.bumps).toMatchObject({ types: "none", client: "none", actions: "major", sandbox: "none" });
    expect(result.changeset?.text).toContain('"@modulex-instantly/actions": major');
  });

  describe("when the vendor removes a field", () => {
    const vendorWithout = (name: string) => (double: VendorDouble) =>
      void double.at(LEADS, (schema) => {
        delete (schema["properties"] as Json)[name];
        schema["required"] = (schema["required"] as string[]).filter((other) => other !== name);
      });

    it("names the actions that rely on it", async () => {
      const result = await trial.run(vendorWithout("company_domain"));
      expect(exitCode(result.left)).toBe(4);
      const text = updateText(result, trial.pathOf("spec"));
      expect(text).toContain("breaking field-removed POST /api/v2/leads 200 company_domain");
      expect(text).toContain("used by spec/actions/details/LeadDetail.yaml");
      expect(trial.specDiff()).toEqual([]);
    });

    it("fails by the action's name once a person has removed it from the spec, and writes nothing", async () => {
      removeFromSpec("spec/schemas/Lead.yaml", "company_domain");
      const types = trial.read("packages/types/src/openapi.gen.ts");
      const failure = trial.run(vendorWithout("company_domain"));
      await expect(failure).rejects.toThrow(DoesNotDerive);
      await expect(failure).rejects.toThrow(/action (list_leads|get_lead|create_lead).*reference leads nowhere/);
      expect(trial.read("packages/types/src/openapi.gen.ts")).toBe(types);
      expect(trial.changesets()).toEqual([]);
    });

    it("writes a major changeset once a person has removed one that no action uses", async () => {
      removeFromSpec("spec/schemas/Lead.yaml", "esp_code");
      const result = await trial.run(vendorWithout("esp_code"));
      expect(exitCode(result.left)).toBe(0);
      expect(result.bumps).toMatchObject({ types: "major", client: "major", actions: "none" });
      expect(result.changeset?.text).toContain("- field removed: `POST /api/v2/leads 200 esp_code`");
    });
  });
});
