import type { InstantlyError } from "@modulex-instantly/client";
import { operations } from "@modulex-instantly/client";
import { json } from "../server/answer-bytes.ts";
import { httpDates } from "../server/http-dates.ts";
import { answered, edgePage, quotedKey, refusal, waits, withEach } from "./answered.ts";
import type { Fault, Scene } from "./fault.ts";
import { fault } from "./fault.ts";

/** A 429 with a Retry-After, then a good answer; the client may not come back before the time is over. */
const limited = (retryAfter: () => string, leastMs: number): Scene =>
  answered((request, stage) => refusal(429, [["retry-after", retryAfter()]])(request, stage), {
    times: 1,
    afterwards: waits(leastMs),
  });

/** The first of the steps that the cells wait after a 429 without a time, and the scaled window of `GET /emails`. */
const STEP_MS = 29;
const silently = waits(({ operation }) => (operations[operation.name].rateLimit ? 180 : STEP_MS));

/** C01 to C21: the API, or the edge in front of it, says no. */
export const refusals: readonly Fault[] = [
  fault("C01", "400", "REJ:1", answered(refusal(400))),
  fault(
    "C02",
    "400 with nothing but an error",
    "REJ:1",
    answered((request) => json(400, { error: `Bad ${quotedKey(request)}` })),
  ),
  fault("C03", "401", "REJ:1", answered(refusal(401))),
  fault("C04", "402", "REJ:1", answered(refusal(402))),
  fault("C05", "403 as a page of the edge", "REJ:1", answered(edgePage(403))),
  fault("C06", "404", "REJ:1", answered(refusal(404))),
  fault(
    "C07",
    "another refusal",
    "REJ:1",
    withEach([405, 410, 413, 415, 422], (status) => answered(refusal(status))),
  ),
  fault("C08", "408", "READERR:3 UNK:1", answered(refusal(408))),
  fault("C09", "409", "REJ:1", answered(refusal(409))),
  fault("C10", "429 without a time, once", "OKR:2", answered(refusal(429), { times: 1, afterwards: silently })),
  fault(
    "C11",
    "429 with Retry-After: 2, once",
    "OKR:2",
    limited(() => "2", 2_000),
  ),
  fault("C12", "429 with an HTTP date, once", "OKR:2", {
    "IMF-fixdate": limited(() => httpDates(1_500).imfFixdate, 1_490),
    "RFC 850": limited(() => httpDates(1_500).rfc850, 1_490),
    asctime: limited(() => httpDates(1_500).asctime, 1_490),
  }),
  fault(
    "C13",
    "429 with an hour to wait",
    "RATE:1",
    answered(refusal(429, [["retry-after", 3_600]]), {
      afterwards(stage) {
        const error = stage.ending?.error as InstantlyError | undefined;
        const retryAfterMs = error?.retryAfterMs;
        stage.check(retryAfterMs === 3_600_000, `retryAfterMs is ${retryAfterMs} instead of 3600000`);
      },
    }),
  ),
  fault("C14", "429 with a Retry-After that says nothing, once", "OKR:2", {
    words: limited(() => "soon", STEP_MS),
    negative: limited(() => "-5", STEP_MS),
    hexadecimal: limited(() => "0x10", STEP_MS),
    empty: limited(() => "", STEP_MS),
  }),
  fault("C15", "429 for ever", "RATE:4", answered(refusal(429))),
  fault("C16", "429 as a page of the edge, once", "OKR:2", answered(edgePage(429), { times: 1, afterwards: silently })),
  fault("C17", "500 for ever", "READERR:3 UNK:1", answered(refusal(500))),
  fault("C18", "500 once", "OKR:2 UNK:1", answered(refusal(500), { times: 1 })),
  fault("C19", "502 as a page", "READERR:3 UNK:1", answered(edgePage(502))),
  fault(
    "C20",
    "503 with Retry-After: 1, once",
    "OKR:2 UNK:1",
    answered(refusal(503, [["retry-after", 1]]), { times: 1, afterwards: waits(1_000) }),
  ),
  fault(
    "C21",
    "a failure of the gateway",
    "READERR:3 UNK:1",
    withEach([504, 520, 521, 522, 524, 530], (status) => answered(refusal(status))),
  ),
];
