import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import path from "node:path";

/** The built command, as the package publishes it. */
export const command: string = path.resolve(import.meta.dirname, "../../../packages/mcp/bin/modulex-instantly-mcp.js");

/** The environment of a server: nothing of the developer's own keys and settings. */
export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ["PATH", "HOME", "NODE_OPTIONS", "TMPDIR"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...extra };
}

/** A server over HTTP. */
export interface HttpMcp {
  readonly url: string;
  readonly process: ChildProcess;
  stderr(): string;
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the command with `--http` on a free port. */
export async function startHttpMcp(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<HttpMcp> {
  const child = spawn(process.execPath, [command, "--http", "--port", "0", ...args], {
    env: cleanEnvironment(environment),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      const found = /listening at (\S+)/.exec(stderr)?.[1];
      if (found) resolve(found);
    });
    child.once("close", (code) => reject(new Error(`The server ended with code ${code}: ${stderr}`)));
  });
  return {
    url,
    process: child,
    stderr: () => stderr,
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      return closed;
    },
  };
}

/** What a run of the command printed. */
export interface CommandRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end, with a closed stdin. */
export async function runMcp(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = "",
): Promise<CommandRun> {
  const child = spawn(process.execPath, [command, ...args], { env: cleanEnvironment(environment), stdio: "pipe" });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}
