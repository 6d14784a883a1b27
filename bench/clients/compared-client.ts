/** A client under comparison. Each call resolves to the parsed body or rejects. */
export interface ComparedClient {
  getLead(id: string): Promise<unknown>;
  listLeads(filter: object): Promise<unknown>;
  reply(reply: object): Promise<unknown>;
}

/** The options of all clients. Everything else has the default of the client. */
export interface ClientSetUp {
  readonly baseUrl: string;
  /** The timeout in milliseconds; by default that of the client. */
  readonly timeoutMs?: number;
  /** A stub instead of the network, for clients that support one. */
  readonly fetch?: typeof fetch;
}

/** Sends one JSON request. */
export type JsonCall = (method: "GET" | "POST", path: string, body?: object) => Promise<unknown>;

/** The three calls of a generic HTTP client. */
export function comparedClient(call: JsonCall): ComparedClient {
  return {
    getLead: (id) => call("GET", `/api/v2/leads/${id}`),
    listLeads: (filter) => call("POST", "/api/v2/leads/list", filter),
    reply: (reply) => call("POST", "/api/v2/emails/reply", reply),
  };
}

/** The API key that all clients send. It is made up. */
export const benchKey = "bench-key-of-nobody-0a1b2c3d";
