import type { InstantlyError } from "@modulex-instantly/client";
import { operations } from "@modulex-instantly/client";
import { httpDates } from "../server/http-dates.ts";
import { json } from "../server/response-bytes.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";
import { edgePage, errorResponse, expectDelay, quotedKey, respondWith, withEach } from "./respond-with.ts";

/** A 429 with a Retry-After, then a success; the client must not retry before the time is over. */
const limited = (retryAfter: () => string, leastMs: number): Scenario =>
  respondWith((request, cell) => errorResponse(429, [["retry-after", retryAfter()]])(request, cell), {
    times: 1,
    afterwards: expectDelay(leastMs),
  });

/** The first delay after a 429 without a Retry-After; for `GET /emails`, the scaled window applies. */
const STEP_MS = 29;
const withoutRetryAfter = expectDelay(({ operation }) => (operations[operation.name].rateLimit ? 180 : STEP_MS));

/** C01 to C21: the API, or the edge in front of it, responds with an error. */
export const errorResponses: readonly Fault[] = [
  fault("C01", "400", "REJ:1", respondWith(errorResponse(400))),
  fault(
    "C02",
    "400 with only an error",
    "REJ:1",
    respondWith((request) => json(400, { error: `Bad ${quotedKey(request)}` })),
  ),
  fault("C03", "401", "REJ:1", respondWith(errorResponse(401))),
  fault("C04", "402", "REJ:1", respondWith(errorResponse(402))),
  fault("C05", "403 as a page of the edge", "REJ:1", respondWith(edgePage(403))),
  fault("C06", "404", "REJ:1", respondWith(errorResponse(404))),
  fault(
    "C07",
    "another error status",
    "REJ:1",
    withEach([405, 410, 413, 415, 422], (status) => respondWith(errorResponse(status))),
  ),
  fault("C08", "408", "READERR:3 UNK:1", respondWith(errorResponse(408))),
  fault("C09", "409", "REJ:1", respondWith(errorResponse(409))),
  fault(
    "C10",
    "429 without a Retry-After, once",
    "OKR:2",
    respondWith(errorResponse(429), { times: 1, afterwards: withoutRetryAfter }),
  ),
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
    "429 with a Retry-After of one hour",
    "RATE:1",
    respondWith(errorResponse(429, [["retry-after", 3_600]]), {
      afterwards(cell) {
        const error = cell.ending?.error as InstantlyError | undefined;
        const retryAfterMs = error?.retryAfterMs;
        cell.check(retryAfterMs === 3_600_000, `retryAfterMs is ${retryAfterMs} instead of 3600000`);
      },
    }),
  ),
  fault("C14", "429 with an invalid Retry-After, once", "OKR:2", {
    words: limited(() => "soon", STEP_MS),
    negative: limited(() => "-5", STEP_MS),
    hexadecimal: limited(() => "0x10", STEP_MS),
    empty: limited(() => "", STEP_MS),
  }),
  fault("C15", "429 permanently", "RATE:4", respondWith(errorResponse(429))),
  fault(
    "C16",
    "429 as a page of the edge, once",
    "OKR:2",
    respondWith(edgePage(429), { times: 1, afterwards: withoutRetryAfter }),
  ),
  fault("C17", "500 permanently", "READERR:3 UNK:1", respondWith(errorResponse(500))),
  fault("C18", "500 once", "OKR:2 UNK:1", respondWith(errorResponse(500), { times: 1 })),
  fault("C19", "502 as a page", "READERR:3 UNK:1", respondWith(edgePage(502))),
  fault(
    "C20",
    "503 with Retry-After: 1, once",
    "OKR:2 UNK:1",
    respondWith(errorResponse(503, [["retry-after", 1]]), { times: 1, afterwards: expectDelay(1_000) }),
  ),
  fault(
    "C21",
    "a failure of the gateway",
    "READERR:3 UNK:1",
    withEach([504, 520, 521, 522, 524, 530], (status) => respondWith(errorResponse(status))),
  ),
];
