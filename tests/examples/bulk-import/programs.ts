import type { ChildProcess } from "node:child_process";
import { fork, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { root } from "../../meta/source-files.ts";
import type { SandboxReport, StartedSandbox } from "./sandbox-process.ts";

/** A program of the example that runs. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** What it has printed. */
  readonly output: () => string;
  /** Its exit code, or null if it was killed. */
  readonly ended: Promise<number | null>;
  /** Resolves when its output matches; rejects if it ends before. */
  prints(pattern: RegExp): Promise<void>;
}

/** The programs of the example, compiled, with the settings of one test. */
export interface Programs {
  readonly sandbox: StartedSandbox;
  start(name: "worker" | "import", options?: StartOptions): RunningProgram;
  report(): Promise<SandboxReport>;
  /** Ends all programs and the sandbox. */
  close(): Promise<void>;
}

/** How to start a program. */
export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly parameters?: readonly string[];
}

/**
 * Starts a sandbox in a process of its own, and compiles the programs of the example: with a loader, each start of a
 * worker would take a second of CPU time.
 */
export async function openPrograms(redisUrl: string, settings: Readonly<Record<string, string>>): Promise<Programs> {
  const folder = await compile();
  const { PATH = "", HOME = "", NODE_OPTIONS = "" } = process.env;
  const inherited = { PATH, HOME, NODE_OPTIONS };
  const server = fork(path.join(folder, "sandbox-process.js"), [], { env: inherited });
  const sandbox = await messageOf<StartedSandbox>(server);
  const id = randomUUID();
  const common = {
    ...inherited,
    REDIS_URL: redisUrl,
    INSTANTLY_BASE_URL: sandbox.url,
    INSTANTLY_API_KEY: sandbox.key,
    QUEUE: id,
    WORKSPACE: id,
    ...settings,
  };
  const running: RunningProgram[] = [];
  return {
    sandbox,
    start(name, { env = {}, parameters = [] } = {}) {
      const words = [
        "--import",
        path.join(folder, "stamp-requests.js"),
        path.join(folder, `${name}.js`),
        ...parameters,
      ];
      const child = spawn(process.execPath, words, { cwd: root, env: { ...common, ...env } });
      const program = programOf(child, name);
      running.push(program);
      return program;
    },
    report: () => {
      server.send("report");
      return messageOf<SandboxReport>(server);
    },
    async close() {
      await Promise.all([...running.map(({ child }) => child), server].map((child) => end(child, "SIGKILL")));
      await rm(folder, { recursive: true });
    },
  };
}

/** Below examples/, so that Node finds its packages. */
async function compile(): Promise<string> {
  const cache = path.join(root, "examples/node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, "bulk-import-"));
  const example = path.join(root, "examples/bulk-import-bullmq");
  await build({
    entryPoints: [
      ...["worker.ts", "import.ts"].map((name) => path.join(example, name)),
      ...["sandbox-process.ts", "stamp-requests.ts"].map((name) => path.join(import.meta.dirname, name)),
    ],
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  return folder;
}

function programOf(child: ReturnType<typeof spawn>, name: string): RunningProgram {
  let output = "";
  const streams = [child.stdout, child.stderr].flatMap((stream) => stream ?? []);
  for (const stream of streams) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, "close").then(([code]): number | null => code);
  return {
    child,
    ended,
    output: () => output,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(output)) resolve();
        };
        for (const stream of streams) stream.on("data", look);
        look();
        void ended.then((code) =>
          reject(new Error(`${name} ended with ${code} before it printed ${pattern}: ${output}`)),
        );
      }),
  };
}

async function messageOf<Message>(child: ChildProcess): Promise<Message> {
  const done = new AbortController();
  const options = { signal: done.signal };
  const exits = once(child, "exit", options).then(([code]) => {
    throw new Error(`the sandbox ended with ${code}`);
  });
  const [message] = await Promise.race([once(child, "message", options), exits]);
  exits.catch(() => undefined);
  done.abort();
  return message as Message;
}

/** Ends a process and waits for its end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
