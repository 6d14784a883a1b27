import { once } from "node:events";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";

/** An address that answers no attempt to connect. */
export interface BlackHole {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens, says where, and then sleeps for good, so that nothing ever takes a connection off its queue. */
const SLEEPER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setTimeout(() => Atomics.wait(workerData, 0, 0), 20);
  });
`;

/**
 * Opens a black hole on the loopback interface: a listener whose queue of unaccepted connections is full, to which the
 * kernel answers nothing at all.
 */
export async function openBlackHole(): Promise<BlackHole> {
  const wake = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SLEEPER, { eval: true, workerData: wake });
  const [port] = (await once(worker, "message")) as [number];
  await new Promise((resolve) => setTimeout(resolve, 40));
  const fillers: Socket[] = [];
  for (;;) {
    const filler = connect(port, "127.0.0.1").on("error", () => undefined);
    fillers.push(filler);
    const isQueued = await Promise.race([
      once(filler, "connect").then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 60)),
    ]);
    if (!isQueued) break;
    if (fillers.length > 64) throw new Error("the kernel keeps on queueing: no black hole can be made here");
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      for (const filler of fillers) filler.destroy();
      Atomics.notify(wake, 0);
      await worker.terminate();
    },
  };
}
