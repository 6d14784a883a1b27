import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import type { Stage } from "../cell/stage.ts";
import { goodAnswers } from "../server/good-answers.ts";
import type { Fault, Scene } from "./fault.ts";
import { fault } from "./fault.ts";

const SECRET = "a-password-in-a-url";

const withKey =
  (spoil: (key: string) => string): Scene =>
  async (stage) => {
    const { origin } = await stage.serve(goodAnswers(stage.operation.answer));
    await stage.call(origin, { apiKey: spoil(stage.key) });
  };

const withBaseUrl =
  (spoil: (origin: string) => string): Scene =>
  async (stage) => {
    const { origin } = await stage.serve(goodAnswers(stage.operation.answer));
    await stage.call(spoil(origin));
    stage.check(!String(stage.ending?.error).includes(SECRET), "the error quotes the password of the URL");
  };

const withId =
  (id: string): Scene =>
  async (stage) => {
    const { operation, abort } = stage;
    const { origin } = await stage.serve(goodAnswers(operation.answer));
    await stage.call(origin, {
      act: (client) => {
        if (!operation.callById) throw new Error(`${operation.name} has no id in its path`);
        return operation.callById(client, { signal: abort.signal }, id);
      },
    });
  };

/** A limiter whose only slot of a window another client has taken. */
async function exhaustedLimiter(stage: Stage, windowMs: number) {
  const rateLimiter = createRateLimiter({ workspace: [{ requests: 1, windowMs }] });
  const { origin } = await stage.serve(goodAnswers({ items: [] }));
  const other = createInstantlyClient({ apiKey: "another_key", baseUrl: origin, rateLimiter });
  await other.leadLists.list();
  return { rateLimiter, other };
}

const abortsInLine: Scene = async (stage) => {
  const { rateLimiter } = await exhaustedLimiter(stage, 1_000);
  const { origin } = await stage.serve(goodAnswers(stage.operation.answer));
  setTimeout(() => stage.abort.abort(), 50);
  await stage.call(origin, { rateLimiter, withinMs: 50, timeouts: { overallMs: 5_000 } });
};

const waitsInVain: Scene = async (stage) => {
  const { rateLimiter } = await exhaustedLimiter(stage, 60_000);
  const { origin } = await stage.serve(goodAnswers(stage.operation.answer));
  await stage.call(origin, { rateLimiter, withinMs: 0, timeouts: { overallMs: 5_000 } });
};

const waitsBehindAnother: Scene = async (stage) => {
  const server = await stage.serve(goodAnswers(stage.operation.answer));
  // From here on nothing starts up: the window must still be open when the call joins the queue.
  const { rateLimiter, other } = await exhaustedLimiter(stage, 700);
  const before = other.leadLists.list();
  await stage.call(server.origin, { rateLimiter, timeouts: { overallMs: 1_100 } });
  stage.sends = () => server.requests.length;
  await before;
};

/** A11 to A15: the client itself does not send. */
export const refusedLocally: readonly Fault[] = [
  fault("A11", "the key has characters no key has", "LOCAL:0", {
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
  fault("A13", "the base URL is not to be given a key", "LOCAL:0", {
    "plain http to another host": withBaseUrl(() => "http://api.example.com"),
    "user information": withBaseUrl((origin) => origin.replace("//", `//user:${SECRET}@`)),
    "data:": withBaseUrl(() => "data:application/json,{}"),
    "no URL": withBaseUrl(() => "api.example.com"),
  }),
  fault("A14", "the caller aborts a call that waits for a slot", "ABORT0:0", abortsInLine),
  fault("A15", "no slot frees before the deadline", "NOTSENT:0", {
    "as is known at once": waitsInVain,
    "behind another call": waitsBehindAnother,
  }),
];
