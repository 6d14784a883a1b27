import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { RequestOptions } from "node:https";
import type { Socket } from "node:net";
import process from "node:process";
import { connectionClosed } from "./connection-closed.ts";
import { PARSER_OPTIONS } from "./parser-options.ts";

/**
 * Opens a connection to a host through a proxy, with the method CONNECT.
 *
 * @param authority the host and port.
 * @param signal aborts it.
 * @param options of the connection to the proxy.
 * @throws Error with the code `ERR_PROXY_<status>` if the proxy rejects it; any error of the connection to the proxy.
 */
export function openTunnel(
  proxy: URL,
  authority: string,
  signal: AbortSignal,
  options: RequestOptions,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { protocol, hostname, port, username, password } = proxy;
    const client = process.getBuiltinModule(protocol === "https:" ? "node:https" : "node:http");
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const host = hostname.replace(/^\[|\]$/g, "");
    const request = client.request({
      ...options,
      ...PARSER_OPTIONS,
      method: "CONNECT",
      host,
      // Not that of the Host header, which is the host behind the proxy.
      ...(protocol === "https:" && { servername: /^[\d.]+$|:/.test(host) ? "" : host }),
      port: port || (protocol === "https:" ? 443 : 80),
      path: authority,
      agent: false,
      headers: {
        host: authority,
        ...(username && { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` }),
      },
    });
    const abort = () => void request.destroy(signal.reason as Error);
    signal.addEventListener("abort", abort);
    request.on("error", reject);
    request.on("close", () => {
      signal.removeEventListener("abort", abort);
      reject(connectionClosed());
    });
    request.on("connect", ({ statusCode = 0 }: IncomingMessage, socket: Socket, early: Buffer) => {
      // An error without a listener would end the process.
      socket.on("error", () => undefined);
      // The server behind the proxy says nothing before the client does.
      if (statusCode >= 200 && statusCode < 300 && early.length === 0) return resolve(socket);
      socket.destroy();
      return reject(
        Object.assign(new Error(`the proxy responded with ${statusCode}`), { code: `ERR_PROXY_${statusCode}` }),
      );
    });
    request.end();
    if (signal.aborted) abort();
  });
}
