import { connect } from "node:net";

/**
 * Sends the same request repeatedly over one keep-alive connection, until a given time. Responses are not parsed, so that
 * the load generator itself uses little CPU.
 *
 * @returns the number of responses.
 * @throws Error when a response is not a 200.
 */
export async function requestLoop(url: string, path: string, key: string, untilMs: number): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\n\r\n`);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let responses = 0;
  let received = "";
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject).on("close", () => reject(new Error("the server closed the connection")));
    socket.on("connect", () => socket.write(request));
    socket.on("data", (part) => {
      received += part.toString("latin1");
      if (!isComplete(received)) return;
      if (!received.startsWith("HTTP/1.1 200 "))
        return reject(new Error(`a response began with ${received.slice(0, 40)}`));
      received = "";
      responses += 1;
      if (performance.now() < untilMs) socket.write(request);
      else resolve();
    });
  }).finally(() => socket.removeAllListeners("close").destroy());
  return responses;
}

/** Whether a response is complete, by its length or its last chunk. */
function isComplete(response: string): boolean {
  const head = response.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(response.slice(0, head))?.[1];
  return length === undefined ? response.endsWith("\r\n0\r\n\r\n") : response.length >= head + 4 + Number(length);
}
