import { execFile } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { NodeBinary, Npm } from "./node-binaries.ts";
import { root } from "./published-packages.ts";
import { runCommand } from "./run-command.ts";

/** A program of `examples/`, without a key: what it is given, and what it prints. */
interface ExampleRun {
  readonly file: string;
  readonly parameters: readonly string[];
  readonly input: string;
  readonly prints: RegExp;
}

const leads = "examples/two-leads.csv";
const runs: readonly ExampleRun[] = [
  { file: "answer-interested/answer", parameters: [], input: "y\n", prints: /Send this\?.*Sent: / },
  { file: "csv-import/import", parameters: [leads], input: "", prints: /^2 imported, 0 imported earlier, 0 failed/ },
  { file: "other-routes/accounts", parameters: ["jon@outreach.example.com"], input: "", prints: /is paused/ },
];
/** Compiled only: they run until they are stopped, or in another environment. tests/examples runs them. */
const compiled = ["long-running-worker/worker", "next-route-handler/route", "cloudflare-worker/worker"];

/** The examples whose dependencies are heavy; tests/examples has them. */
const ELSEWHERE = ["express-webhook", "opentelemetry", "vitest", "msw"];

/**
 * Compiles the examples against the packed packages, as copies in a user's project, and runs them on every Node.
 *
 * @returns what ran.
 */
export async function runExamples(
  project: string,
  tsc: string,
  nodes: readonly NodeBinary[],
  install: (packages: readonly string[]) => ReturnType<Npm["run"]>,
): Promise<string> {
  const isWanted = (source: string) =>
    !["node_modules", ...ELSEWHERE].some((name) => path.relative(root, source).split(path.sep).includes(name));
  cpSync(path.join(root, "examples"), path.join(project, "examples"), { recursive: true, filter: isWanted });
  const manifest = JSON.parse(readFileSync(path.join(root, "examples/package.json"), "utf8"));
  await install([`csv-parse@${manifest.dependencies["csv-parse"]}`]);
  const files = [...runs.map(({ file }) => file), ...compiled].map((file) => `examples/${file}.ts`);
  const compilerOptions = { rewriteRelativeImportExtensions: true };
  const config = { extends: "./tsconfig.json", compilerOptions, files };
  writeFileSync(path.join(project, "tsconfig.examples.json"), JSON.stringify(config));
  await runCommand(process.execPath, [tsc, "-p", "tsconfig.examples.json"], project);
  writeFileSync(path.join(project, leads), "email,first_name\nada@example.com,Ada\nbo@example.com,Bo\n");
  for (const { executable } of nodes) for (const each of runs) await runExample(executable, each, project);
  return `${files.length} compiled, ${runs.length} run on ${nodes.map(({ version }) => version).join(", ")}`;
}

/** @throws Error with the output, if the program fails or prints something else. */
function runExample(executable: string, { file, parameters, input, prints }: ExampleRun, cwd: string): Promise<void> {
  const { INSTANTLY_API_KEY: _, INSTANTLY_BASE_URL: __, ...env } = process.env;
  const words = [path.join("out/examples", `${file}.js`), ...parameters];
  return new Promise((resolve, reject) => {
    const child = execFile(executable, words, { cwd, env, timeout: 30_000 }, (error, stdout, stderr) => {
      if (!error && prints.test(stdout)) resolve();
      else reject(new Error(`${executable} ${words.join(" ")}\n${stdout}${stderr}`, { cause: error }));
    });
    child.stdin?.end(input);
  });
}
