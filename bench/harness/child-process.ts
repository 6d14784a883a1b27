import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";

/** A process of the benchmark, run by plain Node from the compiled files. */
export interface BenchProcess {
  /** Its next message. */
  receive<Message>(): Promise<Message>;
  send(message: string): void;
  /** Ends the process if it still runs. */
  stop(): Promise<void>;
}

/**
 * Starts a process of the benchmark.
 *
 * @param name the name of its file in `measures/`, `processes/` or `sandbox/processes/`.
 * @param task passed to `readTask` in the process.
 */
export function startProcess(name: string, task?: unknown, flags: readonly string[] = []): BenchProcess {
  const child = fork(new URL(`../dist/${name}.js`, import.meta.url), [JSON.stringify(task ?? null)], {
    execArgv: [...flags],
  });
  const messages: unknown[] = [];
  child.on("message", (message) => messages.push(message));
  return {
    async receive<Message>() {
      while (messages.length === 0) await Promise.race([once(child, "message"), unexpectedExit(child, name)]);
      return messages.shift() as Message;
    },
    send: (message) => void child.send(message),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill();
      await exited;
    },
  };
}

/** Runs a process until its first message, which is its result. */
export async function resultOf<Message>(name: string, task?: unknown, flags: readonly string[] = []): Promise<Message> {
  const running = startProcess(name, task, flags);
  try {
    return await running.receive<Message>();
  } finally {
    await running.stop();
  }
}

async function unexpectedExit(child: ChildProcess, name: string): Promise<never> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  throw new Error(`${name} exited with ${child.exitCode ?? child.signalCode} before it sent a message`);
}

/** The task of this process, which exits together with the process that started it. */
export function readTask<Task>(): Task {
  process.on("disconnect", () => process.exit());
  return JSON.parse(process.argv[2] ?? "null") as Task;
}

/** Sends a message to the process that started this one. */
export function sendToParent(message: unknown): void {
  process.send?.(message);
}
