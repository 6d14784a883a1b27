import type { CallSetting, Stage } from "../cell/stage.ts";
import type { HeaderLines } from "../server/answer-bytes.ts";
import { json, page } from "../server/answer-bytes.ts";
import type { Exchange, FaultServer } from "../server/fault-server.ts";
import { goodAnswers } from "../server/good-answers.ts";
import type { SentRequest } from "../server/request-reader.ts";
import type { Scene } from "./fault.ts";

/** Makes the answer to a request. */
export type Answering = (request: SentRequest, stage: Stage) => Buffer;

/** A look at what happened, after the call. */
export type Afterwards = (stage: Stage, server: FaultServer) => void;

/** How the answers to the first requests are made, and what is looked at afterwards. */
export interface AnsweredNotes {
  /** How many requests are answered so; the later ones are answered well. All of them unless given. */
  readonly times?: number;
  readonly setting?: CallSetting;
  readonly afterwards?: Afterwards;
}

/** Answers requests in full, in one way. */
export function answered(
  how: Answering,
  { times = Number.POSITIVE_INFINITY, setting, afterwards }: AnsweredNotes = {},
): Scene {
  return async (stage) => {
    const good = goodAnswers(stage.operation.answer);
    const reply = (exchange: Exchange) => exchange.reply(how(exchange.request, stage));
    const server = await stage.against(
      { request: (exchange) => (exchange.number <= times ? reply(exchange) : good.request?.(exchange)) },
      setting,
    );
    afterwards?.(stage, server);
  };
}

/** The API's usual refusal. It quotes the key, as a careless server does. */
export function refusal(status: number, headers: HeaderLines = []): Answering {
  return (request) =>
    json(status, { statusCode: status, error: "Refused", message: `Refused: ${quotedKey(request)}` }, headers);
}

/** A page of the edge in front of the API. */
export function edgePage(status: number): Answering {
  return (request) => page(status, `Attention ${quotedKey(request)}`, [["cf-ray", "8c2f-TXL"]]);
}

/** What a server that is careless with keys quotes. */
export function quotedKey({ headers }: SentRequest): string {
  return headers.get("authorization") ?? "";
}

/** The same fault with each of the given statuses. */
export function withEach(statuses: readonly number[], scene: (status: number) => Scene): Record<string, Scene> {
  return Object.fromEntries(statuses.map((status) => [String(status), scene(status)]));
}

/** Notes a second request that came before so many milliseconds were over. */
export function waits(leastMs: number | ((stage: Stage) => number)): Afterwards {
  return (stage, { requests: [first, second] }) => {
    if (!first || !second) return;
    const least = typeof leastMs === "function" ? leastMs(stage) : leastMs;
    const waitedMs = second.completeAt - first.completeAt;
    stage.check(waitedMs >= least, `came back after ${Math.round(waitedMs)} ms, before ${least} ms were over`);
  };
}
