import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** A response that may end the process of a careless client. */
export interface DeadlyResponse {
  readonly name: string;
  readonly play: (socket: Socket) => void;
}

const body = gzipSync(JSON.stringify({ id: "id-1", padding: Array.from({ length: 5_000 }, (_, index) => index) }));
const sixLines = Array.from({ length: 6 }, () => "content-encoding: gzip\r\n").join("");

/** The lines of a head that name the codings of a body; Node's fetch undoes five at most. */
export const codings: Readonly<Record<string, string>> = {
  "six gzip": `content-encoding: ${Array(6).fill("gzip").join(",")}\r\n`,
  "seven of several kinds": "content-encoding: br, gzip, deflate, x-gzip, br, identity, zstd\r\n",
  "six lines": sixLines,
  "one hundred": `Content-Encoding: ${Array(100).fill("br").join(", ")}\r\n`,
  gzip: "content-encoding: gzip\r\n",
  "five that do not fit": "content-encoding: gzip, br, deflate, gzip, br\r\n",
  "an unknown one": "content-encoding: zork\r\n",
  none: "",
};

const framings: Readonly<Record<string, string>> = {
  "until the end": "connection: close\r\n",
  "in chunks": "transfer-encoding: chunked\r\n",
  "of a length": `content-length: ${body.length}\r\n`,
};

const endings: Readonly<Record<string, (socket: Socket) => void>> = {
  ends: (socket) => void socket.end(),
  "is reset": (socket) => void socket.resetAndDestroy(),
  stalls: () => undefined,
  "turns to garbage": (socket) => void socket.write("\r\nzz\r\n\0\0"),
};

/** Every framing with every ending: the body begins, and breaks off half way. */
export function deadlyResponses(status: string, coding: string): DeadlyResponse[] {
  return Object.entries(framings).flatMap(([framing, head]) =>
    Object.entries(endings).map(([ending, end]) => ({
      name: `${status}, ${framing}, ${ending}`,
      play: (socket) => {
        socket.write(`HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${codings[coding]}${head}\r\n`);
        const half = body.subarray(0, body.length / 2);
        if (framing === "in chunks") socket.write(`${half.length.toString(16)}\r\n`);
        socket.write(half);
        setTimeout(() => end(socket), 20);
      },
    })),
  );
}
