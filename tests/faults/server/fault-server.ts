import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { TLSSocket } from "node:tls";
import type { Certificate } from "./certificate.ts";
import type { SentRequest } from "./request-reader.ts";
import { requestReader } from "./request-reader.ts";

/** One complete request and its socket. */
export interface Exchange {
  readonly request: SentRequest;
  /** The number of the request on this server and on this socket, from 1. */
  readonly number: number;
  readonly numberOnSocket: number;
  readonly socket: Socket;
  /** Sends a complete response; the client may keep the socket. Anything else is written to `socket` directly. */
  reply(bytes: Buffer): void;
  /** Runs a function later, unless the server has stopped by then. */
  later(ms: number, run: () => void): void;
}

/** The behaviour of a server. */
export interface Script {
  /** A new connection, before TLS; `number` counts from 1. Return true so that the server does not handle it. */
  readonly connection?: (socket: Socket, number: number) => boolean;
  /** The first bytes of a request have arrived. */
  readonly begun?: (socket: Socket) => void;
  /** A complete request has arrived. */
  readonly request?: (exchange: Exchange) => void;
}

/** A server that counts requests and behaves according to its script. */
export interface FaultServer {
  readonly origin: string;
  readonly requests: readonly SentRequest[];
  readonly begun: number;
  /** The number of open sockets with a request that has no complete response yet. */
  readonly pending: number;
  stop(): Promise<void>;
}

/** Starts a server on a raw socket of 127.0.0.1, with TLS if there is a certificate. */
export async function startFaultServer(script: Script, certificate?: Certificate, port = 0): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const pending = new Set<Socket>();
  const requests: SentRequest[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let connections = 0;
  let begun = 0;

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };
  const serve = (socket: Socket) => {
    const read = requestReader();
    let numberOnSocket = 0;
    socket.on("close", () => pending.delete(socket));
    socket.on("data", (bytes) => {
      if (!pending.has(socket)) {
        begun += 1;
        pending.add(socket);
        script.begun?.(socket);
      }
      for (const request of read(bytes)) {
        requests.push(request);
        numberOnSocket += 1;
        const reply = (response: Buffer) => {
          pending.delete(socket);
          socket.write(response);
        };
        script.request?.({ request, number: requests.length, numberOnSocket, socket, reply, later });
      }
    });
  };

  // Otherwise the system delays what is written in small pieces.
  const server = createServer({ noDelay: true }, (tcp) => {
    connections += 1;
    sockets.add(tcp);
    tcp.on("close", () => sockets.delete(tcp));
    // Many faults make the client disconnect.
    tcp.on("error", () => undefined);
    if (script.connection?.(tcp, connections)) return;
    if (certificate === undefined) return serve(tcp);
    const { key, cert } = certificate;
    const secure = new TLSSocket(tcp, { isServer: true, key, cert });
    secure.on("error", () => undefined);
    serve(secure);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  return {
    origin: `${certificate ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get begun() {
      return begun;
    },
    get pending() {
      return pending.size;
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
