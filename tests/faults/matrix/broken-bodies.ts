import { gzipSync } from "node:zlib";
import { head, response } from "../server/response-bytes.ts";
import type { Fault } from "./fault.ts";
import { fault } from "./fault.ts";
import { onRequest } from "./on-request.ts";
import { respondWith } from "./respond-with.ts";

const JSON_TYPE = ["content-type", "application/json"] as const;
const GZIP = ["content-encoding", "gzip"] as const;
const impatient = { readAttemptMs: 400, writeAttemptMs: 400 };
/** Three attempts with a short timeout, and the two delays between them. */
const IMPATIENT_MS = 3 * 400 + 2 * 60;
const setting = { timeouts: impatient, withinMs: IMPATIENT_MS };

/** The head and the first half of a body with a Content-Length. */
function firstHalf(body: Buffer): Buffer {
  const start = head(200, [JSON_TYPE, ["content-length", body.length]]);
  return Buffer.concat([Buffer.from(start), body.subarray(0, body.length / 2)]);
}

/** A body in one chunk, without the final chunk. */
function oneChunk(body: Buffer): Buffer {
  const start = head(200, [JSON_TYPE, ["transfer-encoding", "chunked"]]);
  return Buffer.concat([Buffer.from(`${start}${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n")]);
}

const gzipped = (body: Buffer) => response(200, "application/json", body, [GZIP]);

/** D01 to D07, D12 and D13: the status is a success, but the body is incomplete or invalid. */
export const brokenBodies: readonly Fault[] = [
  fault(
    "D01",
    "the connection is reset in the middle of the body",
    "READERR:3 APPLIED:1",
    onRequest(({ socket, later }, body) => {
      socket.write(firstHalf(body));
      later(20, () => socket.resetAndDestroy());
    }),
  ),
  fault(
    "D02",
    "the connection ends in the middle of the body",
    "READERR:3 APPLIED:1",
    onRequest(({ socket }, body) => void socket.end(firstHalf(body))),
  ),
  fault(
    "D03",
    "the last chunk is missing",
    "READERR:3 APPLIED:1",
    onRequest(({ socket }, body) => void socket.end(oneChunk(body))),
  ),
  fault(
    "D04",
    "the body ends with the connection and is truncated",
    "READERR:3 APPLIED:1",
    onRequest(({ socket }, body) => {
      socket.end(Buffer.concat([Buffer.from(head(200, [JSON_TYPE])), body.subarray(0, body.length - 3)]));
    }),
  ),
  fault(
    "D05",
    "the body stalls",
    "READERR:3 APPLIED:1",
    onRequest(({ socket }, body) => void socket.write(firstHalf(body)), setting),
  ),
  fault(
    "D06",
    "the body arrives at 10 bytes per second",
    "READERR:3 APPLIED:1",
    onRequest(({ socket, later }, body) => {
      socket.write(head(200, [JSON_TYPE, ["content-length", body.length]]));
      const drip = (at: number) => {
        socket.write(body.subarray(at, at + 1));
        if (at + 1 < body.length) later(100, () => drip(at + 1));
      };
      drip(0);
    }, setting),
  ),
  fault(
    "D07",
    "the body is not JSON",
    "BADRESP:1 APPLIED:1",
    respondWith((request) => response(200, "application/json", `{"id": ${request.headers.get("authorization")}}`)),
  ),
  fault(
    "D12",
    "the body is declared as gzip and is not",
    "READERR:3 APPLIED:1",
    onRequest(({ socket }, body) => void socket.end(gzipped(body))),
  ),
  fault(
    "D13",
    "the gzip is truncated",
    "READERR:3 APPLIED:1",
    onRequest(({ socket }, body) => {
      const whole = gzipSync(body, { level: 0 });
      socket.end(gzipped(whole.subarray(0, whole.length - 12)));
    }),
  ),
];
