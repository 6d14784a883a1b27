import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";

const packageFolder = path.resolve(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as {
  readonly bin: { readonly "modulex-instantly-sandbox": string };
};
const bin = path.join(packageFolder, manifest.bin["modulex-instantly-sandbox"]);

/** What a command that is told to stop exits with; Windows has no signals and ends it at once. */
export const STOPPED: number | null = process.platform === "win32" ? null : 0;

const running = new Set<ChildProcess>();

/** Kills the commands that are still running. */
export function killAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command. `greeted` is what it prints at its start. */
export function run(...words: readonly string[]): {
  child: ChildProcess;
  greeted: Promise<string>;
  ended: Promise<Ended>;
} {
  const child = spawn(process.execPath, [bin, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const exit = once(child, "exit").finally(() => running.delete(child));
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = Promise.all([exit, outputs]).then(([[code], [stdout, stderr]]) => ({ code, stdout, stderr }) as Ended);
  let printed = "";
  const greeted = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      printed += part;
      if (printed.includes("/_sandbox/outbox\n")) resolve(printed);
    });
    ended.then(({ stderr }) => reject(new Error(`it ended without a greeting: ${stderr}`)), reject);
  });
  greeted.catch(() => {});
  return { child, greeted, ended };
}

/** The value of an environment variable in a startup message. */
export const exported = (startupMessage: string, name: string): string =>
  new RegExp(`^export ${name}=(\\S+)$`, "m").exec(startupMessage)?.[1] ?? "";
