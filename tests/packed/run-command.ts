import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "./published-packages.ts";

const run = promisify(execFile);

/**
 * Runs a command and returns its output. On Windows it uses the shell, because npm and pnpm are scripts there. An
 * executable runs without the shell, which would split its path at spaces.
 *
 * @throws Error with its stdout and stderr when it fails.
 */
export async function runCommand(command: string, parameters: readonly string[], cwd: string): Promise<string> {
  const options = { cwd, maxBuffer: 2 ** 26, shell: process.platform === "win32" && !command.endsWith(".exe") };
  try {
    return (await run(command, [...parameters], options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const line = `${path.basename(command)} ${parameters.join(" ")}`;
    throw new Error(`failed: ${line}\n${stdout}${stderr}`.trimEnd(), { cause: error });
  }
}

/** Runs pnpm: the running one, or else the version in package.json. */
export function runPnpm(parameters: readonly string[], cwd: string): Promise<string> {
  const running = process.env["npm_execpath"] ?? "";
  if (/pnpm[^/\\]*$/.test(running) && /\.c?js$/.test(running)) {
    return runCommand(process.execPath, [running, ...parameters], cwd);
  }
  const { packageManager } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return runCommand("npx", ["--yes", String(packageManager).split("+")[0] ?? "", ...parameters], cwd);
}
