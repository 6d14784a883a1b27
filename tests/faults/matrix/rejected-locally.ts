import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import type { CellContext } from "../cell/cell-context.ts";
import { goodResponses } from "../server/good-responses.ts";
import type { Fault, Scenario } from "./fault.ts";
import { fault } from "./fault.ts";

const SECRET = "a-password-in-a-url";

const withKey =
  (corrupt: (key: string) => string): Scenario =>
  async (cell) => {
    const { origin } = await cell.serve(goodResponses(cell.operation.response));
    await cell.call(origin, { apiKey: corrupt(cell.key) });
  };

const withBaseUrl =
  (corrupt: (origin: string) => string): Scenario =>
  async (cell) => {
    const { origin } = await cell.serve(goodResponses(cell.operation.response));
    await cell.call(corrupt(origin));
    cell.check(!String(cell.ending?.error).includes(SECRET), "the error quotes the password of the URL");
  };

const withId =
  (id: string): Scenario =>
  async (cell) => {
    const { operation, abort } = cell;
    const { origin } = await cell.serve(goodResponses(operation.response));
    await cell.call(origin, {
      act: (client) => {
        if (!operation.callById) throw new Error(`${operation.name} has no id in its path`);
        return operation.callById(client, { signal: abort.signal }, id);
      },
    });
  };

/** A limiter whose only slot of a window is used by another client. */
async function exhaustedLimiter(cell: CellContext, windowMs: number) {
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs }] });
  const { origin } = await cell.serve(goodResponses({ items: [] }));
  const other = createInstantlyClient({ apiKey: "another_key", baseUrl: origin, rateLimiter });
  await other.leadLists.list();
  return { rateLimiter, other };
}

const abortsInQueue: Scenario = async (cell) => {
  const { rateLimiter } = await exhaustedLimiter(cell, 1_000);
  const { origin } = await cell.serve(goodResponses(cell.operation.response));
  setTimeout(() => cell.abort.abort(), 50);
  await cell.call(origin, { rateLimiter, withinMs: 50, timeouts: { overallMs: 5_000 } });
};

const deadlineBeforeSlot: Scenario = async (cell) => {
  const { rateLimiter } = await exhaustedLimiter(cell, 60_000);
  const { origin } = await cell.serve(goodResponses(cell.operation.response));
  await cell.call(origin, { rateLimiter, withinMs: 0, timeouts: { overallMs: 5_000 } });
};

const deadlineBehindAnother: Scenario = async (cell) => {
  const server = await cell.serve(goodResponses(cell.operation.response));
  // Nothing may start from here on: the window must still be open when the call joins the queue.
  const { rateLimiter, other } = await exhaustedLimiter(cell, 700);
  const before = other.leadLists.list();
  await cell.call(server.origin, { rateLimiter, timeouts: { overallMs: 1_100 } });
  cell.sends = () => server.requests.length;
  await before;
};

/** A11 to A15: the client itself rejects or does not send the call. */
export const rejectedLocally: readonly Fault[] = [
  fault("A11", "the key has characters that no key has", "LOCAL:0", {
    CR: withKey((key) => `${key}\r${key}`),
    LF: withKey((key) => `${key}\nx-injected: yes`),
    NUL: withKey((key) => `${key}\0`),
    emoji: withKey((key) => `${key}🔑`),
    empty: withKey(() => ""),
    blank: withKey(() => " \t"),
  }),
  fault(
    "A12",
    "the id in the path changes the route",
    "LOCAL:0",
    {
      empty: withId(""),
      ".": withId("."),
      "..": withId(".."),
      "a/b": withId("a/b"),
      "%2e%2e": withId("%2e%2e"),
      NUL: withId("lead\0"),
      "2 kB": withId("a".repeat(2_048)),
    },
    { only: "id" },
  ),
  fault("A13", "the base URL must not receive a key", "LOCAL:0", {
    "plain http to another host": withBaseUrl(() => "http://api.example.com"),
    "user information": withBaseUrl((origin) => origin.replace("//", `//user:${SECRET}@`)),
    "data:": withBaseUrl(() => "data:application/json,{}"),
    "no URL": withBaseUrl(() => "api.example.com"),
  }),
  fault("A14", "the caller aborts a call that waits for a slot", "ABORT0:0", abortsInQueue),
  fault("A15", "no slot frees before the deadline", "NOTSENT:0", {
    "known at once": deadlineBeforeSlot,
    "behind another call": deadlineBehindAnother,
  }),
];
