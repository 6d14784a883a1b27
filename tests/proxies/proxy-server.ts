import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";

/** A forward proxy on 127.0.0.1: plain requests, and tunnels by CONNECT. */
export interface ProxyServer {
  readonly url: string;
  /** The targets of all requests, such as `CONNECT 127.0.0.1:40123`. */
  readonly requests: string[];
  close(): void;
}

/**
 * What the proxy does with a request: passes it on, refuses it with a 502, or closes the connection: during the TLS handshake,
 * or when the response arrives, in plain text (`cut`) or, encrypted, after the handshake (`cut_response`).
 */
export type ProxyMode = "pass" | "refuse" | "cut_handshake" | "cut" | "cut_response";

/** Starts a proxy. */
export async function startProxy(mode: ProxyMode): Promise<ProxyServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (mode === "refuse") return void response.writeHead(502).end();
    const { method, headers, url = "" } = request;
    const onwards = httpRequest(url, { method, headers }, (received) => {
      if (mode === "cut") return void request.socket.destroy();
      response.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(response);
    });
    onwards.on("error", () => response.destroy());
    request.pipe(onwards);
  });
  server.on("connect", (request, client: Socket, head) => {
    requests.push(`CONNECT ${request.url}`);
    sockets.add(client.on("error", () => undefined));
    if (mode === "refuse") return void client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const { hostname, port } = new URL(`http://${request.url}`);
    const target = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.write(head);
      client.pipe(target);
      let hasSent = false;
      client.on("data", (bytes: Buffer) => {
        if (mode === "cut_handshake") client.destroy();
        hasSent ||= hasApplicationData(bytes);
      });
      target.on("data", (bytes: Buffer) => {
        if ((mode === "cut" && isResponse(bytes)) || (mode === "cut_response" && hasSent)) client.destroy();
        else client.write(bytes);
      });
    });
    sockets.add(target.on("error", () => client.destroy()));
    client.on("close", () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether there is an encrypted TLS record among the bytes that is larger than the end of a handshake. */
function hasApplicationData(bytes: Buffer): boolean {
  for (let start = 0; start + 5 <= bytes.length; start += 5 + bytes.readUInt16BE(start + 3)) {
    if (bytes[start] === 0x17 && bytes.readUInt16BE(start + 3) > 100) return true;
  }
  return false;
}

function isResponse(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString("latin1") === "HTTP/";
}
