import { failingLookup } from "../client/failing-lookup.ts";
import { json } from "../server/answer-bytes.ts";
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
    "D26",
    "the answer is about another id",
    "BADRESP:1 APPLIED:1",
    "OK:1",
    answered((_, { operation }) => json(200, { ...operation.answer, id: "somebody-else" })),
    { only: "id" },
  ),
];
