/**
 * Adds three imaginary operations to a copy of the repository with `pnpm new:operation`, a read and a send with actions and an
 * update without one, completes them as a person would, and checks the copy: generated files, lint, build, types, and the tests that iterate over operations.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FOLD, POSTCARD, TWIN, vendorDocument } from "../../scripts/new-operation/testing/imaginary-document.ts";
import { completeOperations } from "./complete.ts";
import { repositoryCopy } from "./repository-copy.ts";

const root = path.resolve(import.meta.dirname, "../..");
const isKept = process.argv.includes("--keep");
const copy = repositoryCopy(root);

/**
 * A test that names a table of operations or actions, or the spec, lists tools of the MCP server or samples of the site, or
 * measures bundles, so a new operation can make it fail.
 */
const TABLES =
  /operations\.ts"|every-action|action-cases|client\/calls|sent-bodies|operations\.gen|operationsOf|\((actions|manifest|operations)\)|[Ll]istTools|loadSiteSource|furtherSize/;

/** It names the table, but measures parsers. */
const MEASURES_TIME = "packages/sandbox/src/hostile-text.test.ts";

/** The files of these tests. */
function testFiles(): string[] {
  const folders = ["packages/client/src", "packages/sandbox/src", "tests"];
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(copy, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => file.endsWith(".test.ts") && !file.includes("node_modules"))
    .filter((file) => TABLES.test(readFileSync(path.join(copy, file), "utf8")))
    .filter((file) => file !== MEASURES_TIME)
    .sort();
}

/** Runs a step in the copy and returns its output. */
function step(name: string, command: string, parameters: readonly string[], wanted = 0): string {
  const startedAt = performance.now();
  // Without CI, because llms.txt is written and not only checked.
  const env = { ...process.env, CI: "" };
  const options = { cwd: copy, encoding: "utf8", maxBuffer: 2 ** 28, env } as const;
  const { status, stdout, stderr } = spawnSync(command, parameters, options);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === wanted ? "ok    " : "failed"} ${name} (${seconds} s)`);
  if (status === wanted) return stdout + stderr;
  throw new Error(`${name}: exit code ${status}, expected ${wanted}\n${stdout}${stderr}`);
}
const tsx = (name: string, script: string, parameters: readonly string[] = [], wanted = 0) =>
  step(name, process.execPath, ["--import", "tsx", `scripts/commands/${script}.ts`, ...parameters], wanted);
const bin = (name: string, program: string, parameters: readonly string[]) =>
  step(name, path.join("node_modules/.bin", program), parameters);

/** The packages, each after those that it depends on. */
function packagesInOrder(): string[] {
  const left = new Map(
    readdirSync(path.join(copy, "packages")).map((folder) => {
      const text = readFileSync(path.join(copy, "packages", folder, "package.json"), "utf8");
      return [
        folder,
        JSON.parse(text) as { name: string; scripts?: object; dependencies?: object; devDependencies?: object },
      ];
    }),
  );
  const order: string[] = [];
  while (left.size > 0) {
    const names = [...left.values()].map(({ name }) => name);
    const [next] = [...left].find(([, { dependencies, devDependencies }]) =>
      Object.keys({ ...dependencies, ...devDependencies }).every((name) => !names.includes(name)),
    ) ?? [undefined];
    if (next === undefined) throw new Error(`the packages ${names.join(", ")} depend on each other`);
    // The page of the sandbox only has a row of each operation, for copied code.
    if ("build" in (left.get(next)?.scripts ?? {}) && next !== "inspector") order.push(next);
    left.delete(next);
  }
  return order;
}

/** Fails unless the check names something. */
function expectNamed(output: string, pattern: RegExp): void {
  if (!pattern.test(output)) throw new Error(`check:operations does not name ${pattern}:\n${output}`);
}

try {
  const document = path.join(copy, ".git/vendor.json");
  writeFileSync(document, JSON.stringify(await vendorDocument(copy)));
  tsx("scaffold the read", "new-operation", [TWIN.method, TWIN.path, "--document", document]);
  tsx("scaffold the update", "new-operation", [FOLD.method, FOLD.path, "--no-action", "--document", document]);
  tsx("scaffold the send", "new-operation", [POSTCARD.method, POSTCARD.path, "--document", document]);
  const open = tsx("incomplete operations are refused", "check-operations", [], 1);
  expectNamed(open, /get-imaginary-twin\.ts:\d+: TODO/);
  expectNamed(open, /sendImaginaryPostcard has no effect \(found TODO/);
  completeOperations(copy);
  tsx("generate", "generate");
  tsx("complete operations are accepted", "check-operations");
  bin("spec lint", "redocly", ["lint", "spec/openapi.yaml"]);
  tsx("examples", "check-examples");
  bin("format and lint", "biome", ["check", "--write", "."]);
  for (const name of packagesInOrder()) step(`build ${name}`, "npm", ["run", "build", "--prefix", `packages/${name}`]);
  tsx("index for agents", "docs", ["--llms"]);
  bin("types", "tsc", ["-p", "tsconfig.json"]);
  const files = testFiles();
  const tests = bin(`${files.length} test files`, "vitest", ["run", "--typecheck.enabled=false", ...files]);
  console.log(
    tests
      .split("\n")
      .filter((line) => /^\W*(Test Files|Tests)\W/.test(line))
      .join("\n"),
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  if (isKept) console.log(`The copy is in ${copy}`);
  else rmSync(copy, { recursive: true, force: true });
}
