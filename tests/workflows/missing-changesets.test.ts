import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { changedFiles } from "./changed-files.ts";
import type { ChangedFile } from "./missing-changesets.ts";
import { missingChangesets } from "./missing-changesets.ts";

const changed = (...paths: readonly string[]): ChangedFile[] => paths.map((file) => ({ path: file, status: "M" }));
const isPrivate = (folder: string) => folder === "docs-site";
const changeset = (name: string) => `---\n"@modulex-instantly/${name}": patch\n---\n\nA sentence.\n`;

test.each<[string, string[], string[]]>([
  ["a source file", ["packages/client/src/request/attempt.ts"], ["client"]],
  ["a derived file", ["packages/actions/src/generated/action-schemas.gen.ts"], ["actions"]],
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
  const files = changed("packages/client/src/request/attempt.ts");
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

/** Commits files on a branch of a new repository, after a first version of them on `main`. */
function branchWith(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), "modulex-instantly-git-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const git = (...parameters: string[]) => execFileSync("git", parameters, { cwd: root });
  const commit = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    git("add", "--all");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "a");
  };
  git("init", "--quiet", "--initial-branch", "main");
  commit(before);
  git("switch", "--quiet", "--create", "branch");
  commit(after);
  return root;
}

test("headers, comments and descriptions alone need no changeset; anything else in the same files does", () => {
  const files = (words: string, limit: number) => ({
    "spec/paths/lead.yaml": `# ${words}\nget: { description: ${words}, x-limit: ${limit} }\n`,
    "packages/types/openapi.json": `{ "x-derived": "${words}", "get": { "description": "${words}", "x-limit": ${limit} } }`,
    "packages/types/src/openapi.gen.ts": `// Derived from ${words}.\n/** ${words} */\nexport type Limit = ${limit};\n`,
    "packages/sandbox/src/spec/operations.gen.ts": `// Derived from ${words}.\n\nexport const limit = ${limit};\n`,
  });
  const wantedFor = (after: Readonly<Record<string, string>>) =>
    missingChangesets(changedFiles(branchWith(files("one", 1), after), "main"), [], isPrivate);
  expect(wantedFor(files("two", 1))).toEqual([]);
  expect(wantedFor(files("two", 2))).toEqual(["sandbox", "types"]);
  expect(wantedFor({ "packages/sandbox/src/spec/new.gen.ts": "// Derived from one.\n" })).toEqual(["sandbox"]);
});
