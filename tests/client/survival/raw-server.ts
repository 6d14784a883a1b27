import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";

/** A server that hands the bare socket of each request to a script. */
export interface RawServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a server on a free port; the script is run when the head of a request has arrived. */
export async function startRawServer(script: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => script(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
