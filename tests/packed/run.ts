/**
 * Packs the published packages and uses the tarballs outside the repository, as users do: installs them with npm,
 * compiles against them with three versions of TypeScript, and runs them on four versions of Node and in a browser
 * bundle.
 *
 * PACKED_TYPESCRIPT=6.0.3 compiles only with that version. PACKED_OUTPUT=folder keeps the tarballs that passed, with
 * their bills of materials, for a release.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { billOfMaterials } from "./bill-of-materials.ts";
import { runInBrowserBundle } from "./browser-bundle.ts";
import { runCommandLine } from "./command-line.ts";
import { runCommonJsRecipes } from "./commonjs.ts";
import { treeProblems } from "./dependency-table.ts";
import { installedTree } from "./installed-tree.ts";
import { listedTools } from "./listed-tools.ts";
import type { NodeBinary, Npm } from "./node-binaries.ts";
import { floorNpm, nodeBinaries } from "./node-binaries.ts";
import { packedFileProblems } from "./packed-files.ts";
import type { PublishedPackage } from "./published-packages.ts";
import { publishedPackages, root } from "./published-packages.ts";
import { hasInRepository, readmeLinkProblems } from "./readme-links.ts";
import { runCommand, runPnpm } from "./run-command.ts";
import { runExamples } from "./run-examples.ts";
import { tarballFiles } from "./tarball-files.ts";
import { checkTypes, nodeTypes, wantedTypeScripts } from "./type-checks.ts";
import { writeRelease } from "./write-release.ts";

const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
/** No package in a user's project may require a newer Node than we do. */
const strict = [...quiet, "--engine-strict"];
/** The other Node versions are tools of this check; pnpm passes its own engine-strict on to its child processes. */
const tools = [...quiet, "--engine-strict=false"];
/** The oldest version that the client accepts. */
const openTelemetryApi = "@opentelemetry/api@1.9.0";
const isCi = process.env["CI"] !== undefined;
const compilersWanted = wantedTypeScripts(process.env["PACKED_TYPESCRIPT"]);
const startedAt = performance.now();
const workplace = mkdtempSync(path.join(tmpdir(), "modulex-instantly-packed-"));
const tarballs = new Map<string, string>();
const bills = new Map<string, string>();
const problems: string[] = [];

/** Runs one check and records its failure, so that the others still run. */
async function check(what: string, run: () => Promise<string | undefined>): Promise<void> {
  const began = performance.now();
  try {
    const said = await run();
    console.log(`${what}: ${said ?? "fine"} (${((performance.now() - began) / 1_000).toFixed(1)} s)`);
  } catch (error) {
    problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(`${what}: FAILED`);
  }
}

function rejectProblems(found: readonly string[]): void {
  if (found.length > 0) throw new Error(found.join("\n"));
}

/** An empty project with an npm manifest. */
function emptyProject(name: string): string {
  const directory = path.join(workplace, name);
  mkdirSync(directory);
  const manifest = { name, version: "0.0.0", private: true, type: "module" };
  writeFileSync(path.join(directory, "package.json"), JSON.stringify(manifest));
  return directory;
}

async function pack({ folder, directory, manifest }: PublishedPackage): Promise<void> {
  await check(`pack ${folder}`, async () => {
    const output = await runPnpm(["pack", "--json", "--pack-destination", workplace], directory);
    const { filename }: { filename: string } = JSON.parse(output.slice(output.indexOf("{")));
    tarballs.set(manifest.name, filename);
    const files = tarballFiles(filename);
    rejectProblems([
      ...packedFileProblems(files, manifest.version, manifest.exports?.["."] === undefined ? "bin" : "index"),
      ...readmeLinkProblems(readFileSync(path.join(directory, "README.md"), "utf8"), {
        packed: files,
        hasInRepository,
      }),
    ]);
    return `${files.length} files, ${Math.ceil(statSync(filename).size / 1_000)} kB`;
  });
}

/** The tarballs of a package and of its dependencies in this repository. */
function tarballsOf({ manifest }: PublishedPackage, packages: readonly PublishedPackage[]): string[] {
  const needed = packages.filter((other) => manifest.dependencies?.[other.manifest.name] !== undefined);
  const own = tarballs.get(manifest.name) ?? manifest.name;
  return [...new Set([...needed.flatMap((other) => tarballsOf(other, packages)), own])];
}

async function lintAndInstall(
  published: PublishedPackage,
  packages: readonly PublishedPackage[],
  npm: Npm,
): Promise<void> {
  const { folder, manifest } = published;
  const tarball = tarballs.get(manifest.name) ?? "";
  const bin = path.join(root, "node_modules/.bin");
  await check(`publint ${folder}`, async () => {
    await runCommand(path.join(bin, "publint"), [tarball, "--strict"], root);
    return undefined;
  });
  await check(`attw ${folder}`, async () => {
    // docs/commonjs.md: CommonJS requires the ES modules. Every other problem fails, in every mode of resolution.
    await runCommand(path.join(bin, "attw"), [tarball, "--ignore-rules", "cjs-resolves-to-esm"], root);
    return undefined;
  });
  await check(`install ${folder} alone, ${npm.name}`, async () => {
    const project = emptyProject(`alone-${folder}`);
    await npm.run(["install", ...strict, ...tarballsOf(published, packages)], project);
    const tree = installedTree(project);
    rejectProblems(treeProblems(folder, Object.keys(manifest.dependencies ?? {}), tree));
    const kb = Math.ceil(tree.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000);
    bills.set(manifest.name, await billOfMaterials(project, tree));
    return `${tree.length - 1} packages with it, ${kb} kB installed, no install script`;
  });
}

async function useAll(packages: readonly PublishedPackage[], npm: Npm): Promise<void> {
  const project = emptyProject("consumer");
  const hasSandbox = packages.some(({ folder }) => folder === "sandbox");
  const programs = ["use.ts", ...(hasSandbox ? ["rehearse.ts"] : [])];
  cpSync(path.join(import.meta.dirname, "consumer"), project, { recursive: true });
  await check("install all", async () => {
    const compilers = Object.entries(compilersWanted).map(([alias, version]) => `${alias}@npm:typescript@${version}`);
    await npm.run(["install", ...strict, ...tarballs.values(), ...compilers, nodeTypes], project);
    return undefined;
  });
  await check("TypeScript, skipLibCheck off", async () => {
    const count = await checkTypes(project, [...programs, "browser.ts"], compilersWanted);
    return `${count} compilations, ${Object.values(compilersWanted).join(", ")} with nodenext and bundler`;
  });
  const tsc = path.join(project, "node_modules", Object.keys(compilersWanted).at(-1) ?? "", "bin/tsc");
  let nodes: NodeBinary[] = [];
  await check("Node versions", async () => {
    const files = [...programs, "use.cjs"];
    writeFileSync(path.join(project, "tsconfig.out.json"), JSON.stringify({ extends: "./tsconfig.json", files }));
    await runCommand(process.execPath, [tsc, "-p", "tsconfig.out.json"], project);
    nodes = await nodeBinaries(workplace, tools, isCi);
    const runs = files.map((file) => file.replace(/\.ts$/, ".js"));
    for (const { executable } of nodes) {
      for (const file of runs) await runCommand(executable, [path.join("out", file)], project);
    }
    return `${runs.join(", ")} run on ${nodes.map(({ version }) => version).join(", ")}`;
  });
  if (hasSandbox) {
    await check("examples", () =>
      runExamples(project, tsc, nodes, (names) => npm.run(["install", ...strict, ...names], project)),
    );
  }
  if (packages.some(({ folder }) => folder === "mcp")) {
    await check(
      "MCP command",
      async () => `${await listedTools(project)} tools listed by npx from the installed package`,
    );
  }
  if (packages.some(({ folder }) => folder === "cli")) {
    await check(
      "command line",
      async () => `${await runCommandLine(project)} commands, run by npx from the installed package`,
    );
  }
  // Everything above is without the optional peer.
  await check("OpenTelemetry", async () => {
    await npm.run(["install", ...strict, openTelemetryApi], project);
    await checkTypes(project, ["traced.ts"], compilersWanted);
    writeFileSync(
      path.join(project, "tsconfig.traced.json"),
      JSON.stringify({ extends: "./tsconfig.json", files: ["traced.ts"] }),
    );
    const tsc = path.join(project, "node_modules", Object.keys(compilersWanted).at(-1) ?? "", "bin/tsc");
    await runCommand(process.execPath, [tsc, "-p", "tsconfig.traced.json"], project);
    await runCommand(process.execPath, [path.join("out", "traced.js")], project);
    return `a call is traced with ${openTelemetryApi}`;
  });
  await check("browser bundle", async () => {
    const bytes = await runInBrowserBundle(project, "browser.ts");
    return `${bytes} bytes of client and actions, run with only the globals of the web`;
  });
}

async function lintAndInstallAll(packages: readonly PublishedPackage[], npm: Npm): Promise<void> {
  for (const published of packages) await lintAndInstall(published, packages, npm);
}

try {
  const packages = publishedPackages();
  for (const published of packages) await pack(published);
  const npm = await floorNpm(workplace, tools, isCi);
  await Promise.all([lintAndInstallAll(packages, npm), useAll(packages, npm)]);
  if (packages.some(({ folder }) => folder === "sandbox")) {
    const project = path.join(workplace, "commonjs");
    await check("CommonJS recipes", () => runCommonJsRecipes(project, npm, [...tools, ...tarballs.values()]));
  }
  const output = process.env["PACKED_OUTPUT"];
  if (output && problems.length === 0) writeRelease(output, packages, { tarballs, bills });
} finally {
  rmSync(workplace, { recursive: true, force: true });
}

const seconds = Math.round((performance.now() - startedAt) / 1_000);
if (problems.length > 0) {
  console.error(
    `\n${problems.join("\n\n")}\n\n${problems.length} checks of the packed packages failed in ${seconds} s`,
  );
  process.exit(1);
}
console.log(`all checks of the packed packages passed in ${seconds} s`);
