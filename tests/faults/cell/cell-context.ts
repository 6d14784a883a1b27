import { randomBytes } from "node:crypto";
import { getEventListeners } from "node:events";
import type { CallEvent, InstantlyClient, InstantlyClientOptions } from "@modulex-instantly/client";
import { createInstantlyClient, isInstantlyError } from "@modulex-instantly/client";
import { scaledLimiter } from "../client/scaled-limiter.ts";
import type { Sending } from "../client/sending.ts";
import { sendingOptions } from "../client/sending.ts";
import type { TestedOperation } from "../client/tested-operation.ts";
import type { Ending } from "../matrix/outcome-class.ts";
import type { Certificate } from "../server/certificate.ts";
import type { FaultServer, Script } from "../server/fault-server.ts";
import { startFaultServer } from "../server/fault-server.ts";
import { keyTraces } from "./key-traces.ts";
import { measureLateness } from "./lateness.ts";

/** How late after its deadline a call may settle, in addition to the timer delays of the machine. */
const SLACK_MS = 150;
/** How long a client may take to close a socket that it no longer uses. */
const CLOSING_MS = 500;
const OVERALL_MS = 8_000;

/** The options of a cell's client and call. */
export interface CallSetting extends Partial<InstantlyClientOptions> {
  /** The maximum duration of the call. Defaults to the overall deadline. */
  readonly withinMs?: number;
  /** What to do with the client. Defaults to calling the cell's operation. */
  readonly act?: (client: InstantlyClient) => Promise<unknown>;
}

/** The context of a cell: its operation, its key, its servers, its call and the problems found. */
export interface CellContext {
  readonly operation: TestedOperation;
  readonly sending: Sending;
  /** Unique, so that a trace of it can be attributed to this cell. */
  readonly key: string;
  /** Aborts the cell's call, if a scenario needs it. */
  readonly abort: AbortController;
  readonly wrong: string[];
  ending: Ending | undefined;
  /** The number of complete requests: those of the last server, unless a scenario overrides it. */
  sends: () => number;
  /** Starts a server that is stopped at the end of the cell. */
  serve(script: Script, certificate?: Certificate, port?: number): Promise<FaultServer>;
  /** Registers a function that runs at the end of the cell. */
  finally(close: () => Promise<void>): void;
  /** Makes the cell's call to an origin and checks how it settled. */
  call(baseUrl: string, setting?: CallSetting): Promise<void>;
  /** Starts a server and makes the call to it. */
  against(script: Script, setting?: CallSetting): Promise<FaultServer>;
  /** Records a problem unless the condition holds. */
  check(isRight: boolean, wrong: string): void;
  close(): Promise<void>;
}

/** Creates the context of one cell. */
export function createCellContext(operation: TestedOperation, sending: Sending): CellContext {
  const closers: (() => Promise<void>)[] = [];
  const servers: FaultServer[] = [];
  const cell: CellContext = {
    operation,
    sending,
    key: `key_${randomBytes(24).toString("base64url")}`,
    abort: new AbortController(),
    wrong: [],
    ending: undefined,
    sends: () => 0,
    async serve(script, certificate, port) {
      const server = await startFaultServer(script, certificate, port);
      servers.push(server);
      closers.push(server.stop);
      cell.sends = () => server.requests.length;
      return server;
    },
    finally: (close) => void closers.push(close),
    async call(baseUrl, { withinMs, act, ...options } = {}) {
      const told: unknown[] = [];
      const running = new Set<string>();
      const ends: CallEvent[] = [];
      let retries = 0;
      const tell = (...said: unknown[]) => void told.push(said);
      const { signal } = cell.abort;
      const overallMs = options.timeouts?.overallMs ?? OVERALL_MS;
      const lateness = measureLateness();
      const startedAt = performance.now();
      cell.ending = await settled(overallMs + 2_000, async () => {
        const client = createInstantlyClient({
          apiKey: cell.key,
          baseUrl,
          rateLimiter: scaledLimiter(),
          retry: { baseDelayMs: 40, maxDelayMs: 60, minDelayMs: 5, rateLimitDelaysMs: [30, 40, 50] },
          ...sendingOptions(sending),
          logger: { debug: tell, warn: tell },
          hooks: {
            onStart: ({ callId }) => void running.add(callId),
            onEnd(event) {
              tell(event);
              cell.check(running.delete(event.callId), "a call ended twice, or without a start");
              ends.push(event);
            },
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
      cell.check(
        tookMs <= limitMs + SLACK_MS + lateness.ms(),
        `settled after ${Math.round(tookMs)} ms instead of ${limitMs} ms`,
      );
      lateness.stop();
      cell.ending = { ...cell.ending, retries };
      cell.check(running.size === 0, "a call never reported its end");
      const { error } = cell.ending;
      // An iteration may fail for a reason of its own after its calls, and without a client there is no call.
      if (!act && isInstantlyError(error) && error.code !== "invalid_config") {
        const isTold = ends.some(({ code, outcome }) => code === error.code && outcome === error.outcome);
        cell.check(isTold, "the end of the call reports another error");
      }
      cell.check(getEventListeners(signal, "abort").length === 0, "a listener stays on the caller's signal");
      cell.wrong.push(...keyTraces(cell.key, { "the error": cell.ending.error, "hooks or logs": told }));
      await checkSockets();
    },
    async against(script, setting) {
      const server = await cell.serve(script);
      await cell.call(server.origin, setting);
      return server;
    },
    check: (isRight, wrong) => void (isRight || cell.wrong.push(wrong)),
    async close() {
      await Promise.all(closers.map((close) => close()));
    },
  };

  /** A socket that is still waiting for a response is no longer of use. */
  async function checkSockets(): Promise<void> {
    const givenUpAt = performance.now() + CLOSING_MS;
    while (servers.some(({ pending }) => pending > 0) && performance.now() < givenUpAt) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    cell.check(
      servers.every(({ pending }) => pending === 0),
      "an abandoned socket stays open",
    );
  }
  return cell;
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
