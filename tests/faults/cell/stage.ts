import { randomBytes } from "node:crypto";
import { getEventListeners } from "node:events";
import type { InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { scaledLimiter } from "../client/scaled-limiter.ts";
import type { TestedOperation } from "../client/tested-operation.ts";
import type { Ending } from "../matrix/outcome-class.ts";
import type { Certificate } from "../server/certificate.ts";
import type { FaultServer, Script } from "../server/fault-server.ts";
import { startFaultServer } from "../server/fault-server.ts";
import { keyTraces } from "./key-traces.ts";
import { measureLateness } from "./lateness.ts";

/** How late after its deadline a call may settle, apart from what the machine was late with everything. */
const SLACK_MS = 150;
/** How long a client may take to close a socket it has given up. */
const CLOSING_MS = 500;
const OVERALL_MS = 8_000;

/** Options of a cell's client, and what they make of the call. */
export interface CallSetting extends Partial<InstantlyClientOptions> {
  /** The longest the call may take; the overall deadline unless given. */
  readonly withinMs?: number;
  /** What to do with the client; the cell's operation unless given. */
  readonly act?: (client: InstantlyClient) => Promise<unknown>;
}

/** Where a cell is played: its operation, its key, its servers, its one call and what was wrong with it. */
export interface Stage {
  readonly operation: TestedOperation;
  /** Unlike any other cell's, so that a trace of it is known as this cell's. */
  readonly key: string;
  /** Ends the cell's call when a scene wants that. */
  readonly abort: AbortController;
  readonly wrong: string[];
  ending: Ending | undefined;
  /** The complete requests that count: those of the last server that was opened, or what a scene says. */
  sends: () => number;
  /** Starts a server that is stopped at the end of the cell. */
  serve(script: Script, certificate?: Certificate, port?: number): Promise<FaultServer>;
  /** Has something done at the end of the cell. */
  finally(close: () => Promise<void>): void;
  /** Makes the cell's call against an origin and judges how it settled. */
  call(baseUrl: string, setting?: CallSetting): Promise<void>;
  /** Starts a server and makes the call against it. */
  against(script: Script, setting?: CallSetting): Promise<FaultServer>;
  /** Notes what is wrong unless it is as it should be. */
  check(isRight: boolean, wrong: string): void;
  close(): Promise<void>;
}

/** Sets the stage of one cell. */
export function setStage(operation: TestedOperation, hasEvidence: boolean): Stage {
  const closers: (() => Promise<void>)[] = [];
  const servers: FaultServer[] = [];
  const stage: Stage = {
    operation,
    key: `key_${randomBytes(24).toString("base64url")}`,
    abort: new AbortController(),
    wrong: [],
    ending: undefined,
    sends: () => 0,
    async serve(script, certificate, port) {
      const server = await startFaultServer(script, certificate, port);
      servers.push(server);
      closers.push(server.stop);
      stage.sends = () => server.requests.length;
      return server;
    },
    finally: (close) => void closers.push(close),
    async call(baseUrl, { withinMs, act, ...options } = {}) {
      const told: unknown[] = [];
      let retries = 0;
      const tell = (...said: unknown[]) => void told.push(said);
      const { signal } = stage.abort;
      const overallMs = options.timeouts?.overallMs ?? OVERALL_MS;
      const lateness = measureLateness();
      const startedAt = performance.now();
      stage.ending = await settled(overallMs + 2_000, async () => {
        const client = createInstantlyClient({
          apiKey: stage.key,
          baseUrl,
          rateLimiter: scaledLimiter(),
          retry: { baseDelayMs: 40, maxDelayMs: 60, minDelayMs: 5, rateLimitDelaysMs: [30, 40, 50] },
          ...(hasEvidence ? { sendEvidence: sendEvidence() } : {}),
          logger: { debug: tell, warn: tell },
          hooks: {
            onRequest: tell,
            onResponse: tell,
            onRetry(event) {
              tell(event);
              retries += 1;
            },
          },
          ...options,
          timeouts: { readAttemptMs: 5_000, writeAttemptMs: 5_000, overallMs: OVERALL_MS, ...options.timeouts },
        });
        return act ? act(client) : operation.call(client, { signal });
      });
      const tookMs = performance.now() - startedAt;
      const limitMs = withinMs ?? overallMs;
      stage.check(
        tookMs <= limitMs + SLACK_MS + lateness.ms(),
        `settled after ${Math.round(tookMs)} ms instead of ${limitMs} ms`,
      );
      lateness.stop();
      stage.ending = { ...stage.ending, retries };
      stage.check(getEventListeners(signal, "abort").length === 0, "a listener stays on the caller's signal");
      stage.wrong.push(...keyTraces(stage.key, { "the error": stage.ending.error, "hooks or logs": told }));
      await checkSockets();
    },
    async against(script, setting) {
      const server = await stage.serve(script);
      await stage.call(server.origin, setting);
      return server;
    },
    check: (isRight, wrong) => void (isRight || stage.wrong.push(wrong)),
    async close() {
      await Promise.all(closers.map((close) => close()));
    },
  };

  /** A socket on which an answer is outstanding is of no more use to anybody. */
  async function checkSockets(): Promise<void> {
    const givenUpAt = performance.now() + CLOSING_MS;
    while (servers.some(({ unanswered }) => unanswered > 0) && performance.now() < givenUpAt) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    stage.check(
      servers.every(({ unanswered }) => unanswered === 0),
      "a socket that was given up stays open",
    );
  }
  return stage;
}

async function settled(patienceMs: number, act: () => Promise<unknown>): Promise<Ending> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not settled after ${patienceMs} ms`)), patienceMs);
  });
  try {
    return { isResolved: true, value: await Promise.race([act(), impatience]), retries: 0 };
  } catch (error) {
    return { isResolved: false, error, retries: 0 };
  } finally {
    clearTimeout(timer);
  }
}
