import type { Exchange, Script } from "../server/fault-server.ts";
import { goodResponses } from "../server/good-responses.ts";
import { json } from "../server/response-bytes.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";

const impatient = { readAttemptMs: 400, writeAttemptMs: 400 };
/** Three attempts with a short timeout, and the two delays between them. */
const IMPATIENT_MS = 3 * 400 + 2 * 60;

/** Handles every request, or only the first ones; the others get a success. */
function handleRequests(how: (exchange: Exchange) => void, requests = Number.POSITIVE_INFINITY): Scenario {
  return async (cell) => {
    const good = goodResponses(cell.operation.response);
    await cell.against({
      request: (exchange) => (exchange.number <= requests ? how(exchange) : good.request?.(exchange)),
    });
  };
}

const closesConnection = ({ socket }: Exchange) => void socket.end();
const resets = ({ socket }: Exchange) => void socket.resetAndDestroy();

const neverResponds: Scenario = async (cell) => {
  await cell.against({}, { timeouts: impatient, withinMs: IMPATIENT_MS });
};

/** The socket of an earlier call is reset when it is reused. */
const staleSocket: Scenario = async (cell) => {
  const { response } = cell.operation;
  const script: Script = {
    request({ number, numberOnSocket, socket, reply }) {
      if (numberOnSocket === 1) reply(json(200, number === 1 ? { items: [] } : response));
      else socket.resetAndDestroy();
    },
  };
  const server = await cell.serve(script);
  const { signal } = cell.abort;
  await cell.call(server.origin, {
    act: async (client) => {
      await client.leadLists.list();
      // The platform releases the socket shortly after it has delivered the response.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return cell.operation.call(client, { signal });
    },
  });
  cell.sends = () => server.requests.length - 1;
};

const abortsInFlight: Scenario = async (cell) => {
  await cell.against({ request: ({ later }) => later(50, () => cell.abort.abort()) });
};

/** No upload can be complete, so started uploads are counted. */
const resetsUpload: Scenario = async (cell) => {
  const { operation, abort } = cell;
  const server = await cell.serve({ begun: (socket) => void socket.resetAndDestroy() });
  await cell.call(server.origin, {
    act: (client) => {
      if (!operation.callLarge) throw new Error(`${operation.name} has no body`);
      return operation.callLarge(client, { signal: abort.signal }, "x".repeat(4 * 1024 * 1024));
    },
  });
  cell.check(server.requests.length === 0, "an upload that was reset is complete");
  cell.sends = () => server.begun;
};

/** Both timers run in one event loop, so the response is later than the deadline, if only by 1 ms. */
const respondsTooLate: Scenario = async (cell) => {
  const overallMs = 300;
  const { response } = cell.operation;
  await cell.against(
    { request: ({ reply, later }) => later(overallMs + 1, () => reply(json(200, response))) },
    { timeouts: { overallMs } },
  );
};

/** B01 to B08: the request may have arrived, but there is no response. */
export const cutOff: readonly Fault[] = [
  fault("B01", "the connection ends after the request", "READERR:3 UNK:1", handleRequests(closesConnection), {
    bothEvidences: true,
  }),
  fault("B02", "the connection is reset after the request", "READERR:3 UNK:1", handleRequests(resets), {
    bothEvidences: true,
  }),
  fault("B03", "the first connection is reset after the request", "OKR:2 UNK:1", handleRequests(resets, 1), {
    bothEvidences: true,
  }),
  fault("B04", "no response arrives", "READERR:3 UNK:1", neverResponds, { bothEvidences: true }),
  fault("B05", "a keep-alive socket is reset when it is reused", "OKR:2 UNK:1", staleSocket, { bothEvidences: true }),
  fault("B06", "the caller aborts in flight", "ABORT1:1", abortsInFlight, { bothEvidences: true }),
  fault("B07", "the connection is reset during an upload of 4 MB", "READERR:3 UNK:1", resetsUpload, {
    bothEvidences: true,
    only: "body",
  }),
  fault("B08", "the response arrives 1 ms after the deadline", "READERR:1 UNK:1", respondsTooLate, {
    bothEvidences: true,
  }),
];
