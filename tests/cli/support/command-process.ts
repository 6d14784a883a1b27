import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { RunningSandbox } from "@modulex-instantly/sandbox";
import { command } from "./terminal.ts";

/** A run of the command. */
export interface CommandRun {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts the command on a sandbox that listens, with settings of its own in a folder. */
export function startCommand(
  { url, keys }: Pick<RunningSandbox, "url" | "keys">,
  folder: string,
  words: readonly string[],
  { node = [], shell }: { readonly node?: readonly string[]; readonly shell?: (command: string) => string } = {},
): CommandRun {
  const own = { HOME: folder, XDG_CONFIG_HOME: `${folder}/config`, XDG_STATE_HOME: `${folder}/state` };
  const env = { PATH: process.env["PATH"], ...own, INSTANTLY_API_KEY: keys.full, INSTANTLY_BASE_URL: url };
  const line = [process.execPath, ...node, command, ...words];
  const [program = "", ...rest] = shell ? ["bash", "-c", shell(line.map((word) => `'${word}'`).join(" "))] : line;
  const child = spawn(program, rest, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const text = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      text[name] += chunk;
    });
  }
  return { child, ended: once(child, "close").then(([code]) => ({ code, ...text })) };
}
