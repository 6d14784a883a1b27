import { connect } from "node:net";

/**
 * Asks for the same thing over one kept-alive connection, one request after the other, until told to stop.
 *
 * It writes the bytes of the request and looks for the end of the answer, no more, so that asking costs next to nothing beside
 * answering.
 *
 * @returns how many answers came.
 * @throws Error when an answer is not a 200.
 */
export async function lane(url: string, path: string, key: string, untilMs: number): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\n\r\n`);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let answers = 0;
  let begun = "";
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject).on("close", () => reject(new Error("the server closed the connection")));
    socket.on("connect", () => socket.write(request));
    socket.on("data", (part) => {
      begun += part.toString("latin1");
      if (!isWhole(begun)) return;
      if (!begun.startsWith("HTTP/1.1 200 ")) return reject(new Error(`an answer began with ${begun.slice(0, 40)}`));
      begun = "";
      answers += 1;
      if (performance.now() < untilMs) socket.write(request);
      else resolve();
    });
  }).finally(() => socket.removeAllListeners("close").destroy());
  return answers;
}

/** Whether an answer has arrived to its end, as its length or its last chunk says. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  return length === undefined ? answer.endsWith("\r\n0\r\n\r\n") : answer.length >= head + 4 + Number(length);
}
