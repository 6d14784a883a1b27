import { once } from "node:events";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";

/** An address that never responds to a connection attempt. */
export interface BlackHole {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens, reports its port and then blocks for ever, so that it never accepts a connection. */
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
 * kernel does not respond at all.
 */
export async function openBlackHole(): Promise<BlackHole> {
  const wake = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SLEEPER, { eval: true, workerData: wake });
  const [port] = (await once(worker, "message")) as [number];
  const fillers: Socket[] = [];
  let pending = 0;
  // Two in a row, because one can be slow on a busy machine.
  while (pending < 2) {
    const filler = connect(port, "127.0.0.1").on("error", () => undefined);
    fillers.push(filler);
    pending = (await connects(filler)) ? 0 : pending + 1;
    if (fillers.length > 64) throw new Error("the kernel keeps queueing connections: no black hole is possible here");
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
