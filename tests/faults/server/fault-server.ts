import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { TLSSocket } from "node:tls";
import type { Certificate } from "./certificate.ts";
import type { SentRequest } from "./request-reader.ts";
import { requestReader } from "./request-reader.ts";

/** One complete request and the socket on which it may be answered, or not. */
export interface Exchange {
  readonly request: SentRequest;
  /** The how many-th complete request of this server, and of this socket, it is; from 1. */
  readonly number: number;
  readonly numberOnSocket: number;
  readonly socket: Socket;
  /** Answers in full; afterwards the client may keep the socket. Anything else is written to `socket` itself. */
  reply(bytes: Buffer): void;
  /** Does something later, unless the server has stopped by then. */
  later(ms: number, run: () => void): void;
}

/** How a server behaves. */
export interface Script {
  /** A connection came, before TLS; `number` counts from 1. Returns true to keep the server from serving it. */
  readonly connection?: (socket: Socket, number: number) => boolean;
  /** The first bytes of a request came. */
  readonly begun?: (socket: Socket) => void;
  /** A complete request came. */
  readonly request?: (exchange: Exchange) => void;
}

/** A server that counts what it gets and answers by its script. */
export interface FaultServer {
  readonly origin: string;
  readonly requests: readonly SentRequest[];
  readonly begun: number;
  /** How many sockets are open on which a request has not been answered in full. */
  readonly unanswered: number;
  stop(): Promise<void>;
}

/** Starts a server on a raw socket of 127.0.0.1, with TLS if it is given a certificate. */
export async function startFaultServer(script: Script, certificate?: Certificate, port = 0): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const unanswered = new Set<Socket>();
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
    socket.on("close", () => unanswered.delete(socket));
    socket.on("data", (bytes) => {
      if (!unanswered.has(socket)) {
        begun += 1;
        unanswered.add(socket);
        script.begun?.(socket);
      }
      for (const request of read(bytes)) {
        requests.push(request);
        numberOnSocket += 1;
        const reply = (answer: Buffer) => {
          unanswered.delete(socket);
          socket.write(answer);
        };
        script.request?.({ request, number: requests.length, numberOnSocket, socket, reply, later });
      }
    });
  };

  const server = createServer((tcp) => {
    connections += 1;
    sockets.add(tcp);
    tcp.on("close", () => sockets.delete(tcp));
    // A client that goes away is what many faults are about.
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
    get unanswered() {
      return unanswered.size;
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
