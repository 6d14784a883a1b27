import { once } from "node:events";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";

/** An address that answers no attempt to connect. */
export interface BlackHole {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens, says where, and sleeps for good at once, so that nothing ever takes a connection off its queue. */
const SLEEPER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(workerData, 0, 0);
  });
`;
const PATIENCE_MS = 150;

/**
 * Opens a black hole on the loopback interface: a listener whose queue of unaccepted connections is full, to which the
 * kernel answers nothing at all.
 */
export async function openBlackHole(): Promise<BlackHole> {
  const wake = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SLEEPER, { eval: true, workerData: wake });
  const [port] = (await once(worker, "message")) as [number];
  const fillers: Socket[] = [];
  let unanswered = 0;
  // Two in a row, because a busy machine may be slow with one.
  while (unanswered < 2) {
    const filler = connect(port, "127.0.0.1").on("error", () => undefined);
    fillers.push(filler);
    unanswered = (await connects(filler)) ? 0 : unanswered + 1;
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

async function connects(socket: Socket): Promise<boolean> {
  const givenUpAt = performance.now() + PATIENCE_MS;
  while (socket.connecting && performance.now() < givenUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return !socket.connecting;
}
