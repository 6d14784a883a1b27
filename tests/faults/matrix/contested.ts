import { failingLookup } from "../client/failing-lookup.ts";
import { json } from "../server/response-bytes.ts";
import type { Fault, FaultNotes } from "./fault.ts";
import { fault } from "./fault.ts";
import { overTls } from "./over-tls.ts";
import { errorResponse, respondWith } from "./respond-with.ts";

/** A row for which we expect a different result than the source of the matrix. */
export interface Contested {
  readonly row: Fault;
  /** Our expectation, as in the row, and that of the source. */
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

/** The rows with our own expectation; the reasons are in docs/decisions/0004-contested-fault-cells.md. */
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
    respondWith((_, { operation }) => json(299, operation.response)),
  ),
  contested("C30-418", "418", "READERR:3 UNK:1", "REJ:1", respondWith(errorResponse(418))),
  contested(
    "D26",
    "the response has a different id",
    "BADRESP:1 APPLIED:1",
    "OK:1",
    respondWith((_, { operation }) => json(200, { ...operation.response, id: "somebody-else" })),
    { only: "id" },
  ),
];
