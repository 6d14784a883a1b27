import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { gitHubProblems } from "./github-problems.ts";
import type { Repository } from "./workflow-problems.ts";
import { workflowProblems } from "./workflow-problems.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, ".github/workflows");
const files = readdirSync(folder);
const read = (name: string): string => readFileSync(path.join(folder, name), "utf8");
const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const repository: Repository = { scripts, exists: (file) => existsSync(path.join(root, file)) };

test("the workflows are those that CONTRIBUTING.md and docs/drift.md describe", () => {
  expect(files.sort()).toEqual(["ci.yml", "docs.yml", "mutation.yml", "release.yml", "spec-drift.yml"]);
});

test.each(files)("%s can neither leak a token nor run untrusted code", (name) => {
  expect(workflowProblems(read(name), repository)).toEqual([]);
});

test.each(files)("%s is valid for GitHub's own parser", async (name) => {
  expect(await gitHubProblems(name, read(name))).toEqual([]);
});

test.each<[string, string, string, RegExp]>([
  ["a missing job", "needs: version", "needs: versoin", /unknown job 'versoin'/],
  ["a misspelt key", "timeout-minutes: 30", "timeout-minuts: 30", /Unexpected value 'timeout-minuts'/],
  ["a misspelt context", "steps.registry.outputs", "stps.registry.outputs", /Unrecognized named-value: 'stps'/],
  ["an expression without an end", "github.token }}", "github.token }", /github\.token|expression/],
])("GitHub's own parser finds %s", async (_, from, to, problem) => {
  const text = read("release.yml").replace(from, to);
  expect((await gitHubProblems("release.yml", text)).join("\n")).toMatch(problem);
});

test("an action has the same commit everywhere", () => {
  const commits = new Map<string, Set<string>>();
  for (const [, action = "", commit = ""] of files
    .map(read)
    .join("\n")
    .matchAll(/uses: (\S+)@(\w{40} # \S+)/g)) {
    commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  }
  expect(commits.size).toBeGreaterThan(5);
  for (const [action, found] of commits) expect([...found], action).toHaveLength(1);
});

test("ci runs every Node, every TypeScript, the other systems and the other runtimes", () => {
  const { jobs } = parse(read("ci.yml"));
  const { node } = jobs.gates.strategy.matrix;
  expect(node.map((version: string) => version.split(".")[0])).toEqual(["20", "22", "24"]);
  const systems = jobs.systems.strategy.matrix.os.map((name: string) => name.split("-")[0]);
  expect(systems.sort()).toEqual(["macos", "windows"]);
  expect(jobs.packed.strategy.matrix.typescript.map((version: string) => version.slice(0, 3))).toEqual([
    "5.9",
    "6.0",
    "7.0",
  ]);
  expect(Object.keys(jobs)).toEqual(expect.arrayContaining(["gates", "bun", "deno", "changeset"]));
});

test("only a job that a person approved can publish, and it publishes with provenance", () => {
  const { jobs } = parse(read("release.yml"));
  const publishers = Object.entries<{ permissions: object; environment?: string }>(jobs).filter(
    ([, { permissions }]) => "id-token" in permissions,
  );
  expect(publishers.map(([name, { environment }]) => [name, environment])).toEqual([["publish", "npm"]]);
  const commands = files
    .map(read)
    .join("\n")
    .match(/npm publish.*/g);
  expect(commands).toEqual([expect.stringMatching(/--ignore-scripts --access public --provenance$/)]);
});

test("version 2 of changesets/action is accepted once the workflow passes what it reads", () => {
  const renamed = read("release.yml")
    .replace("# v1.7.0", "# v2.1.1")
    .replace("          version: bash", "          version-script: bash")
    .replace("          title:", "          pr-title:")
    .replace("          commit:", "          commit-message:")
    .replace("        env:\n          GITHUB_TOKEN: ", "          github-token: ");
  expect(workflowProblems(renamed, repository)).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ["no changeset", {}, false],
  ["an empty one", { "a.md": "---\n---\n" }, false],
  ["an empty one with words and a colon", { "a.md": "---\n\n---\n\nNothing is released: tests only.\n" }, false],
  ["one that names a package", { "a.md": '---\n"@modulex-instantly/client": patch\n---\n\nA sentence.\n' }, true],
  ["an empty one beside it", { "a.md": "---\r\n'a': minor\r\n---\r\n", "b.md": "---\n---\n" }, true],
  ["a README and the configuration", { "README.md": "# Changesets\n\na: b\n", "config.json": "{}" }, false],
])(
  "with %s, releases are pending only if a package is named, so that nothing else delays a publication",
  (_, texts, pending) => {
    const directory = mkdtempSync(path.join(tmpdir(), "modulex-instantly-changesets-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(directory, name), text);
    const script = path.join(root, ".github/scripts/pending-releases.sh");
    expect(execFileSync("bash", [script, directory], { encoding: "utf8" })).toBe(`releases=${pending}\n`);
  },
);

test("the tarballs are packed unless that script finds a pending release", () => {
  const { jobs } = parse(read("release.yml"));
  const { id } = jobs.version.steps.find(({ run = "" }) => run.includes("pending-releases.sh"));
  expect(jobs.version.outputs).toEqual({ waiting: `\${{ steps.${id}.outputs.releases }}` });
  expect(jobs.pack.if).toBe("needs.version.outputs.waiting == 'false'");
});

test("the guide sets up the trusted publisher that the workflow needs, and allows it to publish", () => {
  const guide = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
  const [command = ""] = guide.match(/^ *npm trust github .*$/m) ?? [];
  const { jobs } = parse(read("release.yml"));
  const [repositoryName] = /[\w-]+\/[\w-]+/.exec(jobs.version.if) ?? [];
  expect(
    command
      .trim()
      .split(/ (?=--)/)
      .slice(1),
  ).toEqual([`--repo ${repositoryName}`, "--file release.yml", `--env ${jobs.publish.environment}`, "--allow-publish"]);
});

describe("a manipulated workflow is detected:", () => {
  const good = read("release.yml");
  const manipulated: [string, string | RegExp, string, RegExp][] = [
    ["a tag in place of a commit", /checkout@\w{40} # v6.0.2/, "checkout@v6 # v6.0.2", /checkout@v6 is not pinned/],
    ["a short commit", /checkout@\w{40}/, "checkout@de0fac2", /checkout@de0fac2 is not pinned/],
    ["a commit without its version", / # v6\.0\.2/, "", /no version next to the commit/],
    ["permissions for all jobs", "permissions: {}", "permissions: write-all", /at the top must be \{\}/],
    ["no permissions at the top", "permissions: {}\n", "", /at the top must be \{\}/],
    ["a job without permissions", / {4}permissions:\n {6}contents: read\n/, "", /job pack: has no permissions/],
    ["an untrusted pull request with a token", "  push:", "  pull_request_target:", /runs on pull_request_target/],
    ["a kept token", "persist-credentials: false", "fetch-tags: true", /keeps the token/],
    [
      "a title that becomes code",
      "run: pnpm test",
      `run: echo "\${{ github.event.head_commit.message }}"`,
      /become code/,
    ],
    ["a missing script", "run: pnpm test", "run: pnpm tset", /pnpm tset is not a script/],
    ["a missing file", "version-packages.sh", "versions.sh", /versions\.sh does not exist/],
    ["a secret", `\${{ github.token }}`, `\${{ secrets.NPM_TOKEN }}`, /stored secret/],
    ["a job without a timeout", "    timeout-minutes: 15\n", "", /no timeout-minutes/],
    ["a system version that can change", "ubuntu-24.04", "ubuntu-latest", /that can change/],
    [
      "an install with the permission to publish",
      "npm publish",
      "pnpm install; npm publish",
      /permission to publish and runs/,
    ],
    ["an output that no job has", "outputs.unpublished ==", "outputs.unpublishd ==", /pack has no output unpublishd/],
    ["an unchecked major of changesets/action", "# v1.7.0", "# v3.0.0", /changesets\/action v3: nobody has checked/],
    ["a major that ignores GITHUB_TOKEN", "# v1.7.0", "# v2.1.1", /v2 ignores GITHUB_TOKEN in env: pass github-token/],
    ["a major without its token", "# v1.7.0", "# v2.1.1", /v2 needs github-token in with/],
    ["a major with other inputs", "# v1.7.0", "# v2.1.1", /v2 has no input version: it is version-script now/],
    [
      "a changesets/action without a token",
      "          GITHUB_TOKEN",
      "          TOKEN",
      /v1 needs GITHUB_TOKEN in env/,
    ],
    ["an output of no step", "steps.registry.outputs", "steps.registri.outputs", /job pack: there is no step registri/],
    [
      "a missing artifact",
      "          name: release\n          path",
      "          name: relaese\n          path",
      /no job uploads/,
    ],
    [
      "another permission besides the one to publish",
      "id-token: write",
      "id-token: write\n      contents: write",
      /another permission/,
    ],
  ];
  test.each(manipulated)("%s", (_, from, to, problem) => {
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect(workflowProblems(text, repository)).toContainEqual(expect.stringMatching(problem));
  });
});
