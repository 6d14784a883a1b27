import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { answer, head, json, page } from "../server/answer-bytes.ts";
import { answered, quotedKey } from "./answered.ts";
import type { Fault } from "./fault.ts";
import { fault } from "./fault.ts";
import { played } from "./played.ts";

const JSON_TYPE = ["content-type", "application/json"] as const;
const MIB = 2 ** 20;

/** 256 MiB of blanks in about 265 kB: a gzip may have many members. */
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

/** D08 and D14 to D24: answers that are of no use and would be of none if asked for again. */
export const hostileAnswers: readonly Fault[] = [
  fault(
    "D08",
    "200 with a page of a portal",
    "BADRESP:1 UNK:1",
    answered((request) => page(200, `Sign in, ${quotedKey(request)}`)),
  ),
  fault(
    "D14",
    "256 MiB in a gzip of 265 kB",
    "BADRESP:1 APPLIED:1",
    played(({ socket }) => void socket.write(answer(200, "application/json", bomb(), [["content-encoding", "gzip"]]))),
    { atOnce: 2 },
  ),
  fault(
    "D15",
    "a Content-Length above the cap",
    "BADRESP:1 APPLIED:1",
    played(({ socket }, body) => {
      socket.write(Buffer.concat([Buffer.from(head(200, [JSON_TYPE, ["content-length", 64 * MIB]])), body]));
    }),
  ),
  fault("D16", "an encoding that cannot be undone", "BADRESP:1 APPLIED:1", {
    "that nobody knows": answered((_, { operation }) => {
      const body = deflateSync(brotliCompressSync(JSON.stringify(operation.answer)));
      return answer(200, "application/json", body, [["content-encoding", "zork"]]);
    }),
    "six, of which Node's fetch takes five": answered((_, { operation }) => {
      let body: Buffer = Buffer.from(JSON.stringify(operation.answer));
      for (let times = 0; times < 6; times += 1) body = gzipSync(body);
      return answer(200, "application/json", body, [["content-encoding", "gzip, gzip, gzip, gzip, gzip, gzip"]]);
    }),
  }),
  fault(
    "D17",
    "200,000 arrays in each other",
    "BADRESP:1 APPLIED:1",
    answered(() => answer(200, "application/json", "[".repeat(200_000) + "]".repeat(200_000))),
  ),
  fault("D19", "another shape than was promised", "BADRESP:1 -", {
    "an object for the array, an array for the object": answered((_, { operation: { iterate } }) =>
      json(200, iterate === undefined ? [{ id: "lead-1" }] : { items: { id: "item-1" } }),
    ),
    null: answered((_, { operation: { iterate } }) => json(200, iterate === undefined ? null : { items: null })),
  }),
  fault(
    "D22",
    "a head of more than 16 KiB",
    "BADRESP:1 UNK:1",
    played(({ socket }, body) => {
      socket.write(head(200, [JSON_TYPE, ["x-padding", "x".repeat(20_000)], ["content-length", body.length]]));
    }),
  ),
  fault(
    "D23",
    "both Content-Length and Transfer-Encoding",
    "BADRESP:1 UNK:1",
    played(({ socket }, body) => {
      const both = [JSON_TYPE, ["content-length", body.length], ["transfer-encoding", "chunked"]] as const;
      socket.write(`${head(200, both)}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    }),
  ),
  fault(
    "D24",
    "bytes that are not HTTP",
    "BADRESP:1 UNK:1",
    played(({ socket, request }) => void socket.write(`SSH-2.0-OpenSSH_9.2 ${quotedKey(request)}\r\n`)),
  ),
];
