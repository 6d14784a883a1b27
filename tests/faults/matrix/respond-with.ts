import type { CallSetting, CellContext } from "../cell/cell-context.ts";
import type { Exchange, FaultServer } from "../server/fault-server.ts";
import { goodResponses } from "../server/good-responses.ts";
import type { SentRequest } from "../server/request-reader.ts";
import type { HeaderLines } from "../server/response-bytes.ts";
import { json, page } from "../server/response-bytes.ts";
import type { Scenario } from "./fault.ts";

/** Creates the response to a request. */
export type ResponseFor = (request: SentRequest, cell: CellContext) => Buffer;

/** A check after the call. */
export type Afterwards = (cell: CellContext, server: FaultServer) => void;

/** Options for the responses. */
export interface ResponseOptions {
  /** The number of requests that get this response; later ones get a success. Defaults to all. */
  readonly times?: number;
  readonly setting?: CallSetting;
  readonly afterwards?: Afterwards;
}

/** Sends a complete response to each request. */
export function respondWith(
  how: ResponseFor,
  { times = Number.POSITIVE_INFINITY, setting, afterwards }: ResponseOptions = {},
): Scenario {
  return async (cell) => {
    const good = goodResponses(cell.operation.response);
    const reply = (exchange: Exchange) => exchange.reply(how(exchange.request, cell));
    const server = await cell.against(
      { request: (exchange) => (exchange.number <= times ? reply(exchange) : good.request?.(exchange)) },
      setting,
    );
    afterwards?.(cell, server);
  };
}

/** The API's usual error response. It quotes the key, as a careless server does. */
export function errorResponse(status: number, headers: HeaderLines = []): ResponseFor {
  return (request) =>
    json(status, { statusCode: status, error: "Refused", message: `Refused: ${quotedKey(request)}` }, headers);
}

/** A page of the edge in front of the API. */
export function edgePage(status: number): ResponseFor {
  return (request) => page(status, `Attention ${quotedKey(request)}`, [["cf-ray", "8c2f-TXL"]]);
}

/** The key, as quoted by a careless server. */
export function quotedKey({ headers }: SentRequest): string {
  return headers.get("authorization") ?? "";
}

/** The same fault with each of the given statuses. */
export function withEach(
  statuses: readonly number[],
  scenario: (status: number) => Scenario,
): Record<string, Scenario> {
  return Object.fromEntries(statuses.map((status) => [String(status), scenario(status)]));
}

/** Records a problem if the second request arrived before the delay was over. */
export function expectDelay(leastMs: number | ((cell: CellContext) => number)): Afterwards {
  return (cell, { requests: [first, second] }) => {
    if (!first || !second) return;
    const least = typeof leastMs === "function" ? leastMs(cell) : leastMs;
    const waitedMs = second.completeAt - first.completeAt;
    cell.check(waitedMs >= least, `retried after ${Math.round(waitedMs)} ms instead of at least ${least} ms`);
  };
}
