import { request } from "node:http";

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
  headers: Readonly<Record<string, string>>,
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
        const json = text.includes("data: ") ? (/^data: (.*)$/m.exec(text)?.[1] ?? "{}") : text;
        const message = json.trimStart().startsWith("{") ? JSON.parse(json) : {};
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, message });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

let id = 0;

/** Sends a JSON-RPC request as a client of 2025 does, without a session. */
export async function postMcp(
  url: string,
  method: string,
  params: unknown = {},
  headers: Readonly<Record<string, string>> = {},
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
