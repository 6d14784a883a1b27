import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { head, json, page, response } from "../server/response-bytes.ts";
import type { Fault } from "./fault.ts";
import { fault } from "./fault.ts";
import { onRequest } from "./on-request.ts";
import { quotedKey, respondWith } from "./respond-with.ts";

const JSON_TYPE = ["content-type", "application/json"] as const;
const MIB = 2 ** 20;

/** 256 MiB of spaces in about 265 kB: a gzip can have many members. */
const bomb = lazily(() => {
  const member = gzipSync(Buffer.alloc(MIB, " "), { level: 9 });
  return Buffer.concat(Array.from({ length: 256 }, () => member));
});

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** D08 and D14 to D24: responses that are unusable, and would be after a retry, too. */
export const hostileResponses: readonly Fault[] = [
  fault(
    "D08",
    "200 with the page of a captive portal",
    "BADRESP:1 UNK:1",
    respondWith((request) => page(200, `Sign in, ${quotedKey(request)}`)),
  ),
  fault(
    "D14",
    "256 MiB in a gzip of 265 kB",
    "BADRESP:1 APPLIED:1",
    onRequest(
      ({ socket }) => void socket.write(response(200, "application/json", bomb(), [["content-encoding", "gzip"]])),
    ),
    { atOnce: 2 },
  ),
  fault(
    "D15",
    "a Content-Length above the cap",
    "BADRESP:1 APPLIED:1",
    onRequest(({ socket }, body) => {
      socket.write(Buffer.concat([Buffer.from(head(200, [JSON_TYPE, ["content-length", 64 * MIB]])), body]));
    }),
  ),
  fault("D16", "a content encoding that cannot be decoded", "BADRESP:1 APPLIED:1", {
    "an unknown one": respondWith((_, { operation }) => {
      const body = deflateSync(brotliCompressSync(JSON.stringify(operation.response)));
      return response(200, "application/json", body, [["content-encoding", "zork"]]);
    }),
    "six, although Node's fetch allows five": respondWith((_, { operation }) => {
      let body: Buffer = Buffer.from(JSON.stringify(operation.response));
      for (let times = 0; times < 6; times += 1) body = gzipSync(body);
      return response(200, "application/json", body, [["content-encoding", "gzip, gzip, gzip, gzip, gzip, gzip"]]);
    }),
  }),
  fault(
    "D17",
    "200,000 nested arrays",
    "BADRESP:1 APPLIED:1",
    respondWith(() => response(200, "application/json", "[".repeat(200_000) + "]".repeat(200_000))),
  ),
  fault("D19", "a shape other than documented", "BADRESP:1 -", {
    "an object for the array, an array for the object": respondWith((_, { operation: { iterate } }) =>
      json(200, iterate === undefined ? [{ id: "lead-1" }] : { items: { id: "item-1" } }),
    ),
    null: respondWith((_, { operation: { iterate } }) => json(200, iterate === undefined ? null : { items: null })),
  }),
  fault(
    "D22",
    "a head of more than 16 KiB",
    "BADRESP:1 UNK:1",
    onRequest(({ socket }, body) => {
      socket.write(head(200, [JSON_TYPE, ["x-padding", "x".repeat(20_000)], ["content-length", body.length]]));
    }),
  ),
  fault(
    "D23",
    "both Content-Length and Transfer-Encoding",
    "BADRESP:1 UNK:1",
    onRequest(({ socket }, body) => {
      const both = [JSON_TYPE, ["content-length", body.length], ["transfer-encoding", "chunked"]] as const;
      socket.write(`${head(200, both)}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    }),
  ),
  fault(
    "D24",
    "bytes that are not HTTP",
    "BADRESP:1 UNK:1",
    onRequest(({ socket, request }) => void socket.write(`SSH-2.0-OpenSSH_9.2 ${quotedKey(request)}\r\n`)),
  ),
];
