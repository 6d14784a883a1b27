import { gzipSync } from "node:zlib";
import { answer, head } from "../server/answer-bytes.ts";
import { answered } from "./answered.ts";
import type { Fault } from "./fault.ts";
import { fault } from "./fault.ts";
import { played } from "./played.ts";

const JSON_TYPE = ["content-type", "application/json"] as const;
const GZIP = ["content-encoding", "gzip"] as const;
const impatient = { readAttemptMs: 400, writeAttemptMs: 400 };
/** Three impatient attempts and the two waits between them. */
const IMPATIENT_MS = 3 * 400 + 2 * 60;
const setting = { timeouts: impatient, withinMs: IMPATIENT_MS };

/** The head and the first half of a body whose length is known. */
function firstHalf(body: Buffer): Buffer {
  const start = head(200, [JSON_TYPE, ["content-length", body.length]]);
  return Buffer.concat([Buffer.from(start), body.subarray(0, body.length / 2)]);
}

/** A body in one chunk whose end never comes. */
function oneChunk(body: Buffer): Buffer {
  const start = head(200, [JSON_TYPE, ["transfer-encoding", "chunked"]]);
  return Buffer.concat([Buffer.from(`${start}${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n")]);
}

const gzipped = (body: Buffer) => answer(200, "application/json", body, [GZIP]);

/** D01 to D07, D12 and D13: the head says success, the body does not arrive whole. */
export const brokenBodies: readonly Fault[] = [
  fault(
    "D01",
    "the connection is reset in mid body",
    "READERR:3 APPLIED:1",
    played(({ socket, later }, body) => {
      socket.write(firstHalf(body));
      later(20, () => socket.resetAndDestroy());
    }),
  ),
  fault(
    "D02",
    "the connection ends in mid body",
    "READERR:3 APPLIED:1",
    played(({ socket }, body) => void socket.end(firstHalf(body))),
  ),
  fault(
    "D03",
    "the last chunk is missing",
    "READERR:3 APPLIED:1",
    played(({ socket }, body) => void socket.end(oneChunk(body))),
  ),
  fault(
    "D04",
    "the end of the connection ends the body, which is cut",
    "READERR:3 APPLIED:1",
    played(({ socket }, body) => {
      socket.end(Buffer.concat([Buffer.from(head(200, [JSON_TYPE])), body.subarray(0, body.length - 3)]));
    }),
  ),
  fault(
    "D05",
    "the body stalls",
    "READERR:3 APPLIED:1",
    played(({ socket }, body) => void socket.write(firstHalf(body)), setting),
  ),
  fault(
    "D06",
    "the body comes at 10 bytes a second",
    "READERR:3 APPLIED:1",
    played(({ socket, later }, body) => {
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
    answered((request) => answer(200, "application/json", `{"id": ${request.headers.get("authorization")}}`)),
  ),
  fault(
    "D12",
    "the body says gzip and is not",
    "READERR:3 APPLIED:1",
    played(({ socket }, body) => void socket.end(gzipped(body))),
  ),
  fault(
    "D13",
    "the gzip is cut",
    "READERR:3 APPLIED:1",
    played(({ socket }, body) => {
      const whole = gzipSync(body, { level: 0 });
      socket.end(gzipped(whole.subarray(0, whole.length - 12)));
    }),
  ),
];
