import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { exampleProblems } from "../../check-examples/example-problems.ts";
import { loadDocument } from "../../spec/load-document.ts";
import { compileErrors, failedTests } from "./check-output.ts";
import type { RemainingItem } from "./remaining-item.ts";
import { touchedTests } from "./touched-tests.ts";

/**
 * The tests of the drift commands work on copies with changes of their own, and take longer than all others together. The
 * other one checks what `unwrittenParts` has listed already.
 */
const NOT_RUN = /^scripts\/drift\/|^tests\/spec\/unwritten-parts\.test\.ts$/;

/**
 * Checks the examples of the spec, builds and type-checks the repository, and runs the tests that a change of the spec can affect.
 *
 * @param changed the files that the update has written, relative to the root.
 * @returns what fails. A command that fails without a known error is an item, too.
 */
export async function runChecks(root: string, changed: readonly string[]): Promise<RemainingItem[]> {
  const { problems } = exampleProblems(await loadDocument(path.join(root, "spec")));
  const examples = problems.map((what) => ({ place: "spec", what }));
  const turbo = path.join(root, "node_modules/.bin/turbo");
  const packages = await run(root, turbo, "run", "build", "typecheck", "--continue=always");
  const tsc = binary(root, "typescript", "bin/tsc");
  const everything = await run(root, process.execPath, tsc, "-p", "tsconfig.json");
  const typeTests = await run(root, process.execPath, tsc, "-p", "tsconfig.type-tests.json");
  const compiled = [packages, everything, typeTests].flatMap(({ status, output }) => {
    const errors = compileErrors(output);
    const isUnexplained = status !== 0 && errors.length === 0;
    return isUnexplained ? [{ place: "pnpm typecheck", what: output.trim().split("\n").slice(-5).join(" ") }] : errors;
  });
  const unique = new Map(
    [...examples, ...compiled, ...(await runTests(root, changed))].map((item) => [JSON.stringify(item), item]),
  );
  return [...unique.values()];
}

async function runTests(root: string, changed: readonly string[]): Promise<RemainingItem[]> {
  const tests = touchedTests(root, changed).filter((file) => !NOT_RUN.test(file));
  if (tests.length === 0) return [];
  const directory = await mkdtemp(path.join(tmpdir(), "modulex-instantly-checks-"));
  try {
    const report = path.join(directory, "report.json");
    const parameters = ["--typecheck.enabled=false", "--reporter=json", `--outputFile=${report}`];
    const vitest = binary(root, "vitest", "vitest.mjs");
    const { status, output } = await run(root, process.execPath, vitest, "run", ...tests, ...parameters);
    const json = await readFile(report, "utf8").catch(() => undefined);
    const failed = json === undefined ? [] : failedTests(root, json);
    if (status === 0 || failed.length > 0) return failed;
    return [{ place: "pnpm exec vitest run", what: output.trim().split("\n").slice(-5).join(" ") }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function binary(root: string, name: string, file: string): string {
  const require = createRequire(path.join(root, "package.json"));
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
}

function run(root: string, command: string, ...parameters: string[]): Promise<{ status: number; output: string }> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1", FORCE_COLOR: "0" };
  const child = spawn(command, parameters, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ status: code ?? 1, output }));
  });
}
