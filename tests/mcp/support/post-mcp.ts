import { request } from "node:http";
import { connect } from "node:net";
import { text as textOf } from "node:stream/consumers";

/** A response to a raw request. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The JSON-RPC message, from a JSON body or from the first event of a stream. */
  readonly message: {
    readonly result?: Readonly<Record<string, unknown>>;
    readonly error?: { readonly code: number; readonly message: string };
  };
}

/** Sends a request with any headers, also those that `fetch` forbids, such as Host. */
export async function send(
  url: string,
  headers: Readonly<Record<string, string | string[]>>,
  body?: string | Uint8Array,
  method = "POST",
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { connection: "close", ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        const json = /^data: (.*)$/m.exec(text)?.[1] ?? text;
        const message = json.trimStart().startsWith("{") ? JSON.parse(json) : {};
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, message });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The status of a request for the list of tools whose target and Host no client would send. */
export async function statusOf(url: string, target: string, hosts: readonly string[]): Promise<number> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });
  const lines = [
    `POST ${target} HTTP/1.1`,
    ...hosts,
    "Authorization: Bearer key-of-a-workspace",
    "Content-Type: application/json",
    "Accept: application/json, text/event-stream",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  // Not `end`: Node closes a connection whose client has ended its side, even if the response is not written yet.
  socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
  return Number((await textOf(socket)).slice("HTTP/1.1 ".length, "HTTP/1.1 200".length));
}

let id = 0;

/** Sends a JSON-RPC request as a client of 2025 does, without a session. */
export async function postMcp(
  url: string,
  method: string,
  params: unknown = {},
  headers: Readonly<Record<string, string | string[]>> = {},
): Promise<RawResponse> {
  id += 1;
  return send(
    url,
    { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
    JSON.stringify({ jsonrpc: "2.0", id, method, params }),
  );
}

/** The names of the listed tools. */
export async function listedNames(url: string, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { message } = await postMcp(url, "tools/list", {}, headers);
  return ((message.result?.["tools"] ?? []) as { readonly name: string }[]).map(({ name }) => name);
}
