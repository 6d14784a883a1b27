/** One client under comparison: three calls, each of which resolves to the parsed body or rejects. */
export interface ComparedClient {
  getLead(id: string): Promise<unknown>;
  listLeads(filter: object): Promise<unknown>;
  reply(reply: object): Promise<unknown>;
}

/** What every client is set up with; all else stays as the client comes. */
export interface ClientSetUp {
  readonly baseUrl: string;
  /** How long an answer may take, in milliseconds; without it whatever the client allows by itself. */
  readonly timeoutMs?: number;
  /** A stub in place of the network, for clients that take one. */
  readonly fetch?: typeof fetch;
}

/** Sends one JSON request. */
export type JsonCall = (method: "GET" | "POST", path: string, body?: object) => Promise<unknown>;

/** The three calls of a client that knows methods and paths only. */
export function comparedClient(call: JsonCall): ComparedClient {
  return {
    getLead: (id) => call("GET", `/api/v2/leads/${id}`),
    listLeads: (filter) => call("POST", "/api/v2/leads/list", filter),
    reply: (reply) => call("POST", "/api/v2/emails/reply", reply),
  };
}

/** The key that every client sends. Nobody's. */
export const benchKey = "bench-key-of-nobody-0a1b2c3d";
