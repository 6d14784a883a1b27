import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";

/** A process of the benchmark, run by plain Node from the built files. */
export interface RunningProcess {
  /** What it sends next. */
  answer<Message>(): Promise<Message>;
  send(message: string): void;
  /** Ends it, if it has not ended by itself. */
  stop(): Promise<void>;
}

/**
 * Starts a process of the benchmark beside the one that runs.
 *
 * @param name the name of its file in `processes/` or `measures/`.
 */
export function startProcess(name: string, assigned: unknown, flags: readonly string[] = []): RunningProcess {
  const child = fork(new URL(`../dist/${name}.js`, import.meta.url), [JSON.stringify(assigned)], {
    execArgv: [...flags],
  });
  const messages: unknown[] = [];
  child.on("message", (message) => messages.push(message));
  return {
    async answer<Message>() {
      while (messages.length === 0) await Promise.race([once(child, "message"), untimelyEnd(child, name)]);
      return messages.shift() as Message;
    },
    send: (message) => void child.send(message),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function untimelyEnd(child: ChildProcess, name: string): Promise<never> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode} before it had answered`);
}

/** What this process was started for; it lives no longer than the one that started it. */
export function assignment<Assigned>(): Assigned {
  process.on("disconnect", () => process.exit());
  return JSON.parse(process.argv[2] ?? "null") as Assigned;
}

/** Tells the process that started this one what came out. */
export function answer(message: unknown): void {
  process.send?.(message);
}
