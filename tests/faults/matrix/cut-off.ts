import { json } from "../server/answer-bytes.ts";
import type { Exchange, Script } from "../server/fault-server.ts";
import { goodAnswers } from "../server/good-answers.ts";
import type { Fault, Scene } from "./fault.ts";
import { fault } from "./fault.ts";

const impatient = { readAttemptMs: 400, writeAttemptMs: 400 };
/** Three impatient attempts and the two waits between them. */
const IMPATIENT_MS = 3 * 400 + 2 * 60;

/** Meets every request in one way, or the first ones so and the others well. */
function meeting(how: (exchange: Exchange) => void, requests = Number.POSITIVE_INFINITY): Scene {
  return async (stage) => {
    const good = goodAnswers(stage.operation.answer);
    await stage.against({
      request: (exchange) => (exchange.number <= requests ? how(exchange) : good.request?.(exchange)),
    });
  };
}

const hangsUp = ({ socket }: Exchange) => void socket.end();
const resets = ({ socket }: Exchange) => void socket.resetAndDestroy();

const neverAnswers: Scene = async (stage) => {
  await stage.against({}, { timeouts: impatient, withinMs: IMPATIENT_MS });
};

/** The socket of an earlier call dies when it is used again. */
const staleSocket: Scene = async (stage) => {
  const { answer } = stage.operation;
  const script: Script = {
    request({ number, numberOnSocket, socket, reply }) {
      if (numberOnSocket === 1) reply(json(200, number === 1 ? { items: [] } : answer));
      else socket.resetAndDestroy();
    },
  };
  const server = await stage.serve(script);
  const { signal } = stage.abort;
  await stage.call(server.origin, {
    act: async (client) => {
      await client.leadLists.list();
      // The platform frees the socket a moment after it has given the answer away.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return stage.operation.call(client, { signal });
    },
  });
  stage.sends = () => server.requests.length - 1;
};

const abortsInFlight: Scene = async (stage) => {
  await stage.against({ request: ({ later }) => later(50, () => stage.abort.abort()) });
};

/** No upload can be complete, so those that began are counted. */
const resetsUpload: Scene = async (stage) => {
  const { operation, abort } = stage;
  const server = await stage.serve({ begun: (socket) => void socket.resetAndDestroy() });
  await stage.call(server.origin, {
    act: (client) => {
      if (!operation.callLarge) throw new Error(`${operation.name} has no body`);
      return operation.callLarge(client, { signal: abort.signal }, "x".repeat(4 * 1024 * 1024));
    },
  });
  stage.check(server.requests.length === 0, "an upload that was reset is complete");
  stage.sends = () => server.begun;
};

/** Both timers run on the clock of one event loop, so the answer is later than the deadline, if only by 1 ms. */
const answersTooLate: Scene = async (stage) => {
  const overallMs = 300;
  const { answer } = stage.operation;
  await stage.against(
    { request: ({ reply, later }) => later(overallMs + 1, () => reply(json(200, answer))) },
    { timeouts: { overallMs } },
  );
};

/** B01 to B08: the request may have arrived, but no answer comes. */
export const cutOff: readonly Fault[] = [
  fault("B01", "the connection ends after the request", "READERR:3 UNK:1", meeting(hangsUp), { bothEvidences: true }),
  fault("B02", "the connection is reset after the request", "READERR:3 UNK:1", meeting(resets), {
    bothEvidences: true,
  }),
  fault("B03", "the first connection is reset after the request", "OKR:2 UNK:1", meeting(resets, 1), {
    bothEvidences: true,
  }),
  fault("B04", "no answer comes", "READERR:3 UNK:1", neverAnswers, { bothEvidences: true }),
  fault("B05", "a kept socket is reset when it is used again", "OKR:2 UNK:1", staleSocket, { bothEvidences: true }),
  fault("B06", "the caller aborts in flight", "ABORT1:1", abortsInFlight, { bothEvidences: true }),
  fault("B07", "the connection is reset during an upload of 4 MB", "READERR:3 UNK:1", resetsUpload, {
    bothEvidences: true,
    only: "body",
  }),
  fault("B08", "the answer comes 1 ms after the deadline", "READERR:1 UNK:1", answersTooLate, { bothEvidences: true }),
];
