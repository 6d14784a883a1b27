import type { Exchange, FaultServer } from "../../tests/faults/server/fault-server.ts";
import { startFaultServer } from "../../tests/faults/server/fault-server.ts";
import { head, json } from "../../tests/faults/server/response-bytes.ts";

/** A failure after the server has read the whole request, so that the client cannot know the outcome. */
export interface AmbiguousFault {
  readonly name: string;
  /** Whether the response says that nothing was done. */
  readonly isRejection?: boolean;
  readonly respond: (exchange: Exchange) => void;
}

const email = JSON.stringify({
  id: "01a0c938-f8b4-7ebe-935d-88a4340c7142",
  subject: "Re: Fewer no-shows at Brightlane",
});
const errorResponse = (status: number) =>
  json(status, { statusCode: status, error: "Error", message: "it went wrong" });
const statusFault = (status: number): AmbiguousFault => ({
  name: String(status),
  respond: ({ reply }) => reply(errorResponse(status)),
});
/** Sends the head of a success and the first half of its body. */
const half = ({ socket }: Exchange) => {
  const headers = [
    ["content-type", "application/json"],
    ["content-length", email.length],
  ] as const;
  socket.write(head(200, headers) + email.slice(0, email.length / 2));
};

/** All failures. */
export const ambiguousFaults: readonly AmbiguousFault[] = [
  ...[408, 409, 503, 500, 502].map(statusFault),
  {
    name: "429, then ok",
    isRejection: true,
    respond: ({ number, reply }) => reply(number === 1 ? errorResponse(429) : json(200, JSON.parse(email))),
  },
  { name: "reset", respond: ({ socket }) => void socket.resetAndDestroy() },
  { name: "closed", respond: ({ socket }) => void socket.end() },
  { name: "no response", respond: () => undefined },
  {
    name: "200, cut off",
    respond: (exchange) => {
      half(exchange);
      exchange.socket.end();
    },
  },
  { name: "200, stalled", respond: half },
];

/** Starts a server with this failure for every request. */
export function startFaultyServer({ respond }: AmbiguousFault): Promise<FaultServer> {
  return startFaultServer({ request: respond });
}
