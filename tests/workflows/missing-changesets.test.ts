import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ChangedFile } from "./missing-changesets.ts";
import { missingChangesets } from "./missing-changesets.ts";

const changed = (...paths: readonly string[]): ChangedFile[] => paths.map((file) => ({ path: file, status: "M" }));
const isPrivate = (folder: string) => folder === "docs-site";
const changeset = (name: string) => `---\n"@modulex-instantly/${name}": patch\n---\n\nA sentence.\n`;

test.each<[string, string[], string[]]>([
  ["a source file", ["packages/client/src/attempt.ts"], ["client"]],
  ["a derived file", ["packages/actions/src/action-schemas.gen.ts"], ["actions"]],
  ["the published document", ["packages/types/openapi.json"], ["types"]],
  ["the spec", ["spec/openapi.yaml"], ["types"]],
  ["an action's shape", ["spec/actions/get-lead.yaml"], ["types"]],
  ["two packages", ["packages/sandbox/src/index.ts", "packages/client/src/index.ts"], ["client", "sandbox"]],
  ["tests", ["packages/client/src/attempt.test.ts", "packages/client/src/surface.test-d.ts", "tests/meta/x.ts"], []],
  ["the changes of a release", ["packages/client/src/version.gen.ts", "packages/client/CHANGELOG.md"], []],
  ["a private package", ["packages/docs-site/src/index.ts"], []],
  [
    "documentation and data in the spec folder",
    ["README.md", "docs/errors.md", "spec/vendor/departures.yaml", "spec/README.md"],
    [],
  ],
])("without a changeset, %s: %j needs one for %j", (_, files, wanted) => {
  expect(missingChangesets(changed(...files), [], isPrivate)).toEqual(wanted);
});

test("a changeset for the package or its group, or an empty one, is enough", () => {
  const files = changed("packages/client/src/attempt.ts");
  expect(missingChangesets(files, [changeset("client")], isPrivate)).toEqual([]);
  expect(missingChangesets(files, [changeset("types")], isPrivate)).toEqual([]);
  expect(missingChangesets(files, ["---\n---\n"], isPrivate)).toEqual([]);
  expect(missingChangesets(files, [changeset("sandbox")], isPrivate)).toEqual(["client"]);
  expect(missingChangesets(changed("packages/sandbox/src/a.ts"), [changeset("client")], isPrivate)).toEqual([
    "sandbox",
  ]);
});

test("the group matches the fixed group of changesets", () => {
  const file = path.resolve(import.meta.dirname, "../../.changeset/config.json");
  const { fixed } = JSON.parse(readFileSync(file, "utf8"));
  for (const name of fixed[0]) {
    const other = name.replace("@modulex-instantly/", "");
    expect(missingChangesets(changed("packages/client/src/a.ts"), [changeset(other)], isPrivate), other).toEqual([]);
  }
  expect(fixed).toEqual([["types", "client", "actions"].map((name) => `@modulex-instantly/${name}`)]);
});
