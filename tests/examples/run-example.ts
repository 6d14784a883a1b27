import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { RunningSandbox, ScenarioName } from "@modulex-instantly/sandbox";
import { startSandbox } from "@modulex-instantly/sandbox";
import { root } from "../meta/source-files.ts";

/** A program of `examples/` that runs in a process of its own. */
export interface RunningExample {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves when standard output matches; rejects if the program ends before. */
  readonly prints: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<EndedExample>;
}

/** The output and the exit code of a program. */
export interface EndedExample {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a program. */
export interface StartOptions {
  /** The sandbox that it finds by its environment; without one, it has no key, and uses a sandbox of its own. */
  readonly sandbox?: Pick<RunningSandbox, "url" | "keys"> | undefined;
  readonly env?: Readonly<Record<string, string>>;
  readonly parameters?: readonly string[];
  /** What is typed; then standard input ends. */
  readonly input?: string;
}

/** Starts a program of `examples/` with tsx, as its header says. */
export function startExample(file: string, options: StartOptions = {}): RunningExample {
  const { sandbox, env = {}, parameters = [], input } = options;
  const { INSTANTLY_API_KEY: _, INSTANTLY_BASE_URL: __, ...inherited } = process.env;
  const own = sandbox && { INSTANTLY_API_KEY: sandbox.keys.full, INSTANTLY_BASE_URL: sandbox.url };
  const words = ["--import", "tsx", path.join("examples", file), ...parameters];
  const child = spawn(process.execPath, words, { cwd: root, env: { ...inherited, ...own, ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on("error", () => undefined).end(input);
  const ended = once(child, "close").then(([code]): EndedExample => ({ code, stdout, stderr }));
  return {
    child,
    ended,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(stdout)) resolve(stdout);
        };
        child.stdout.on("data", look);
        look();
        void ended.then(() => reject(new Error(`${file} ended without printing ${pattern}: ${stdout}${stderr}`)));
      }),
  };
}

/** Runs a program of `examples/` until it ends. */
export function runExample(file: string, options?: StartOptions): Promise<EndedExample> {
  return startExample(file, options).ended;
}

/** Starts a sandbox, calls the function, and closes the sandbox. */
export async function besideSandbox<Result>(
  scenario: ScenarioName,
  use: (sandbox: RunningSandbox) => Promise<Result>,
): Promise<Result> {
  const sandbox = await startSandbox({ scenario, limits: "off" });
  try {
    return await use(sandbox);
  } finally {
    await sandbox.close();
  }
}
