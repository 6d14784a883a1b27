import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root, type SpecEdits, withSpecCopy } from "../../tests/spec/spec-copy.ts";
import { loadDocument } from "./load-document.ts";

// Each test copies the spec and bundles it, and one starts a process.
vi.setConfig({ testTimeout: 90_000 });

/** The lines of the error with which a changed copy of the spec does not bundle, below the first. */
async function errorsOf(edits: SpecEdits): Promise<string[]> {
  const error = await withSpecCopy(edits, loadDocument).then(
    () => new Error("it bundles"),
    (reason: Error) => reason,
  );
  const [first = "", ...lines] = error.message.split("\n");
  expect(first).toMatch(/^The spec in .* does not bundle\.$/);
  return lines.map((line) => line.trim());
}

describe("loadDocument", () => {
  test("gives plain JSON in which no two places share an object, not even of equal parameters", async () => {
    const [other, own] = ["patch", "activate"].map((name) =>
      readFileSync(path.join(root, `spec/parameters/${name}-campaign.yaml`), "utf8"),
    ) as [string, string];
    const document = await withSpecCopy({ "parameters/patch-campaign.yaml": [[other, own]] }, loadDocument);
    const seen = new Set<object>();
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== "object" || value === null) return;
      expect(seen.has(value), place).toBe(false);
      seen.add(value);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${place}/${key}`);
    };
    visit(document, "#");
    expect(seen.size).toBeGreaterThan(1_000);
    expect(document.components.parameters).toBeUndefined();
  });

  test.each<[string, SpecEdits, RegExp]>([
    [
      "a file that is not there",
      { "openapi.yaml": [["$ref: paths/lead.yaml", "$ref: paths/leed.yaml"]] },
      /openapi\.yaml:\d+:5: Can't resolve \$ref: ENOENT: no such file or directory 'paths\/leed\.yaml'/,
    ],
    [
      "a pointer to nothing",
      { "paths/emails.yaml": [["list-emails.yaml#/search", "list-emails.yaml#/serch"]] },
      /paths\/emails\.yaml:\d+:7: Can't resolve \$ref/,
    ],
    [
      "a root that is not YAML",
      { "openapi.yaml": [["paths:\n", "paths: [\n"]] },
      /missed comma between flow collection entries in "openapi\.yaml" \(\d+:9\)/,
    ],
    [
      "a file that is not YAML",
      { "schemas/LeadList.yaml": [["properties:\n", "properties: {\n"]] },
      /schemas\/LeadList\.yaml:\d+:9: Failed to parse:/,
    ],
    [
      "another kind of document",
      { "openapi.yaml": [["openapi: 3.1.0", "opnapi: 3.1.0"]] },
      /Unsupported specification/,
    ],
  ])("names %s", async (_, edits, line) => {
    expect((await errorsOf(edits))[0]).toMatch(line);
  });

  test("names every error once", async () => {
    const lines = await errorsOf({
      "paths/emails.yaml": [["list-emails.yaml#/search", "list-emails.yaml#/serch"]],
      "paths/leads.yaml": [["../schemas/Lead.yaml", "../schemas/Leed.yaml"]],
    });
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines).toHaveLength(2);
  });

  test("ends a command with one message when a schema refers to itself", async () => {
    const edits: SpecEdits = { "schemas/DelayUnit.yaml": [["title: Unit of a delay\n", "$ref: DelayUnit.yaml\n"]] };
    await withSpecCopy(edits, async (directory) => {
      const command = path.join(root, "scripts/commands/check-examples.ts");
      const options = { cwd: root, encoding: "utf8" } as const;
      const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", command, directory], options);
      expect(stderr).toMatch(/^The spec in .* does not bundle\.\n {2}Self-referencing circular pointer\n$/);
      expect(status).toBe(1);
    });
  });
});
