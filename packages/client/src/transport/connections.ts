import type { Agent, AgentOptions, RequestOptions } from "node:http";
import http from "node:http";
import type { LookupFunction, Socket } from "node:net";
import process from "node:process";
import type { FindProxy } from "./proxy.ts";
import { openTunnel } from "./tunnel.ts";

/** The connections of a transport, which are kept and used again. */
export interface Connections {
  /** Returns `request` of node:http or node:https, and the agent for it. */
  to(origin: URL): { readonly request: typeof http.request; readonly agent: Agent };
  /** Runs a function as soon as a request can be written to a connection, which may be now. */
  whenOpen(socket: Socket, run: () => void): void;
}

/** The options of a request, with the signal of its attempt. The agent passes them to `createConnection`. */
export interface AttemptRequestOptions extends RequestOptions {
  readonly attemptSignal: AbortSignal;
}

interface ConnectionOptions extends AttemptRequestOptions {
  readonly host: string;
  readonly port: number | string;
  readonly socket?: Socket;
}

type Created = (error: Error | null, socket?: Socket) => void;

/** The documented method of agents that @types/node does not declare. */
interface ConnectingAgent extends Agent {
  createConnection(options: ConnectionOptions, created?: Created): Socket | undefined;
}

/** How long an unused connection is kept, unless the server announces less. This is what Node's fetch does. */
const IDLE_MS = 4_000;

/** Options of all connections. */
export interface ConnectionSettings {
  readonly ca: AgentOptionsOfTls["ca"] | undefined;
  readonly lookup: LookupFunction | undefined;
  readonly findProxy: FindProxy;
}

type AgentOptionsOfTls = import("node:https").AgentOptions;

/** Creates an empty pool. Unused connections do not keep the process running. */
export function connections({ ca, lookup, findProxy }: ConnectionSettings): Connections {
  const open = new WeakSet<Socket>();
  const pools = new Map<string, ReturnType<Connections["to"]>>();

  const poolOf = (protocol: string) => {
    const isSecure = protocol === "https:";
    // Loaded on demand: TLS takes a third of the time to load.
    const client = isSecure ? process.getBuiltinModule("node:https") : http;
    const options: AgentOptions & AgentOptionsOfTls = {
      keepAlive: true,
      timeout: IDLE_MS,
      ...(ca !== undefined && { ca }),
      ...(lookup && { lookup }),
    };
    const agent = new client.Agent(options) as ConnectingAgent;
    const connect = agent.createConnection.bind(agent);
    const connected = (given: ConnectionOptions) => {
      const socket = connect(given) as Socket;
      socket.once(isSecure ? "secureConnect" : "connect", () => open.add(socket));
      return socket;
    };
    agent.createConnection = (given, created) => {
      const { host, port, attemptSignal } = given;
      const proxy = findProxy(new URL(`${protocol}//${host.includes(":") ? `[${host}]` : host}:${port}`));
      if (!proxy) return connected(given);
      void tunnel(proxy, given, attemptSignal).then(
        (socket) => created?.(null, socket),
        (error) => created?.(error as Error),
      );
      return undefined;
    };
    const tunnel = async (proxy: URL, given: ConnectionOptions, signal: AbortSignal) => {
      const { host, port } = given;
      const inner = await openTunnel(proxy, `${host.includes(":") ? `[${host}]` : host}:${port}`, signal);
      if (!isSecure) {
        open.add(inner);
        return inner;
      }
      return secured(connected({ ...given, socket: inner }), signal);
    };
    return { request: client.request, agent };
  };

  return {
    to({ protocol }) {
      const pool = pools.get(protocol) ?? poolOf(protocol);
      pools.set(protocol, pool);
      return pool;
    },
    whenOpen(socket, run) {
      if (open.has(socket)) run();
      else socket.once("encrypted" in socket ? "secureConnect" : "connect", run);
    },
  };
}

/** Waits for the handshake of a connection through a proxy. */
function secured(socket: Socket, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const abort = () => void socket.destroy();
    signal.addEventListener("abort", abort);
    socket.once("close", reject);
    socket.on("error", reject);
    socket.once("secureConnect", () => {
      signal.removeEventListener("abort", abort);
      resolve(socket);
    });
    if (signal.aborted) abort();
  });
}
