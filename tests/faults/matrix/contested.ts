import { gzipSync } from "node:zlib";
import { failingLookup } from "../client/failing-lookup.ts";
import { answer, json } from "../server/answer-bytes.ts";
import { answered, refusal } from "./answered.ts";
import type { Fault, FaultNotes } from "./fault.ts";
import { fault } from "./fault.ts";
import { overTls } from "./over-tls.ts";

/** A row in which we expect something else than the source of the matrix does. */
export interface Contested {
  readonly row: Fault;
  /** What we expect, as in the row, and what the source does. */
  readonly ours: string;
  readonly source: string;
}

function contested(
  id: string,
  title: string,
  source: string,
  ours: string,
  way: Fault["ways"][string],
  notes?: FaultNotes,
): Contested {
  return { row: fault(id, title, ours, way, notes), ours, source };
}

const sixEncodings = answered((_, { operation }) => {
  let body: Buffer = Buffer.from(JSON.stringify(operation.answer));
  for (let times = 0; times < 6; times += 1) body = gzipSync(body);
  return answer(200, "application/json", body, [["content-encoding", "gzip, gzip, gzip, gzip, gzip, gzip"]]);
});

/** The rows that are played as we decided; the reasons are in docs/decisions/0004-contested-fault-cells.md. */
export const contestedRows: readonly Contested[] = [
  contested(
    "A13-https",
    "the base URL is https on another host",
    "LOCAL:0",
    "OK:1",
    overTls({}, { lookup: () => failingLookup("EAI_AGAIN", 0) }),
  ),
  contested(
    "C30-299",
    "299 with a good body",
    "READERR:3 UNK:1",
    "OK:1",
    answered((_, { operation }) => json(299, operation.answer)),
  ),
  contested("C30-418", "418", "READERR:3 UNK:1", "REJ:1", answered(refusal(418))),
  contested(
    "D16-six",
    "six encodings, which the platform refuses",
    "BADRESP:1 APPLIED:1",
    sixEncodingsExpected(),
    sixEncodings,
  ),
  contested(
    "D26",
    "the answer is about another id",
    "BADRESP:1 APPLIED:1",
    "OK:1",
    answered((_, { operation }) => json(200, { ...operation.answer, id: "somebody-else" })),
    { only: "id" },
  ),
];

/** Platforms from before undici 6.23 and 7.18 undo any number of encodings, and then the answer is good. */
function sixEncodingsExpected(): string {
  const [major = 0, minor = 0] = (process.versions["undici"] ?? "0.0").split(".").map(Number);
  const isLimited = major > 7 || (major === 7 && minor >= 18) || (major === 6 && minor >= 23);
  return isLimited ? "READERR:3 UNK:1" : "OK:1";
}
