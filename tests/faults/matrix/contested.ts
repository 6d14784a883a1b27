import { gzipSync } from "node:zlib";
import { failingLookup } from "../client/failing-lookup.ts";
import { answer, json } from "../server/answer-bytes.ts";
import { answered, refusal } from "./answered.ts";
import type { Fault } from "./fault.ts";
import { fault } from "./fault.ts";
import { overTls } from "./over-tls.ts";

/** A row in which we expect something else than the source of the matrix does. */
export interface Contested {
  readonly row: Fault;
  /** What we expect, as in the row, and what the source does. */
  readonly ours: string;
  readonly source: string;
}

function contested(id: string, title: string, source: string, ours: string, way: Fault["ways"][string]): Contested {
  return { row: fault(id, title, ours, way), ours, source };
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
    "six encodings, which the client refuses",
    "BADRESP:1 APPLIED:1",
    "READERR:3 UNK:1",
    sixEncodings,
  ),
  contested(
    "D26",
    "the answer is about another id",
    "- - get_lead=BADRESP:1 patch_campaign=APPLIED:1 activate_campaign=APPLIED:1",
    "- - get_lead=OK:1 patch_campaign=OK:1 activate_campaign=OK:1",
    answered((_, { operation }) => json(200, { ...operation.answer, id: "somebody-else" })),
  ),
];
