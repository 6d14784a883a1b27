import type { Agent, AgentOptions, RequestOptions, request } from "node:http";
import type { AgentOptions as TlsAgentOptions } from "node:https";
import type { LookupFunction, Socket } from "node:net";
import process from "node:process";
import { connectionClosed } from "./connection-closed.ts";
import type { FindProxy } from "./proxy.ts";
import { openTunnel } from "./tunnel.ts";

/** The connections of a transport, which are kept and used again. */
export interface Connections {
  /** Returns `request` of node:http or node:https, and the agent for it. */
  to(origin: URL): { readonly request: typeof request; readonly agent: Agent };
  /** Runs a function as soon as a request can be written to a new connection, which may be now. */
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

/** Options of all connections. */
export interface ConnectionSettings {
  readonly ca?: TlsAgentOptions["ca"];
  readonly lookup?: LookupFunction | undefined;
}

/** How long an unused connection is kept, unless the server announces less. This is what Node's fetch does. */
const IDLE_MS = 4_000;

/** Creates an empty pool. Unused connections do not keep the process running. */
export function connections(settings: ConnectionSettings, findProxy: FindProxy): Connections {
  const open = new WeakSet<Socket>();
  const pools = new Map<string, ReturnType<Connections["to"]>>();

  const poolOf = (protocol: string) => {
    const isSecure = protocol === "https:";
    // Loaded on demand: TLS takes a third of the time to load.
    const client = process.getBuiltinModule(isSecure ? "node:https" : "node:http");
    const options: AgentOptions = { keepAlive: true, timeout: IDLE_MS, ...socketOptions(settings) };
    const agent = new client.Agent(options) as ConnectingAgent;
    const connect = agent.createConnection.bind(agent);
    const connected = (given: ConnectionOptions) => {
      const socket = connect(given) as Socket;
      socket.once(isSecure ? "secureConnect" : "connect", () => open.add(socket));
      return socket;
    };
    const tunnel = async (proxy: URL, authority: string, given: ConnectionOptions) => {
      const inner = await openTunnel(proxy, authority, given.attemptSignal, socketOptions(settings));
      if (isSecure) return secured(connected({ ...given, socket: inner }), given.attemptSignal);
      open.add(inner);
      return inner;
    };
    agent.createConnection = (given, created) => {
      const authority = `${given.host.includes(":") ? `[${given.host}]` : given.host}:${given.port}`;
      const proxy = findProxy(new URL(`${protocol}//${authority}`));
      if (!proxy) return connected(given);
      void tunnel(proxy, authority, given).then(
        (socket) => created?.(null, socket),
        (error) => created?.(error as Error),
      );
      return undefined;
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

/** The options of a connection to the API or to a proxy. */
function socketOptions({ ca, lookup }: ConnectionSettings): AgentOptions & TlsAgentOptions {
  // Certificates are also checked in a process with NODE_TLS_REJECT_UNAUTHORIZED=0.
  return { rejectUnauthorized: true, ...(ca !== undefined && { ca }), ...(lookup && { lookup }) };
}

/** Waits for the handshake of a connection through a proxy. */
function secured(socket: Socket, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const abort = () => void socket.destroy();
    signal.addEventListener("abort", abort);
    socket.on("error", reject);
    socket.once("close", () => reject(connectionClosed()));
    socket.once("secureConnect", () => {
      signal.removeEventListener("abort", abort);
      resolve(socket);
    });
    if (signal.aborted) abort();
  });
}
