import { fork } from "node:child_process";
import { once } from "node:events";

/** A measuring process that runs beside this one. */
export interface MeasuringProcess<Message> {
  /** What it said first. */
  readonly said: Message;
  stop(): Promise<void>;
}

/** Starts a compiled process by plain Node and waits for what it has to say. */
export async function startProcess<Message>(
  name: string,
  flags: readonly string[] = [],
): Promise<MeasuringProcess<Message>> {
  const child = fork(new URL(`./dist/${name}.js`, import.meta.url), { execArgv: [...flags] });
  const ended = once(child, "exit");
  const untimely = ended.then(([code, signal]) => {
    throw new Error(`${name} ended with ${code ?? signal} before it had said anything`);
  });
  const [said] = (await Promise.race([once(child, "message"), untimely])) as [Message];
  untimely.catch(() => {});
  return {
    said,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Runs a process for what it has to say. */
export async function measuredBy<Message>(name: string, flags: readonly string[] = []): Promise<Message> {
  const process = await startProcess<Message>(name, flags);
  await process.stop();
  return process.said;
}
