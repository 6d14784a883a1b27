import type { ClientName } from "../clients/all-clients.ts";
import type { Table } from "./section.ts";

/** What a client does by default, from its documentation. */
interface Features {
  readonly retries: string;
  readonly timeLimit: string;
  readonly rateLimit: string;
  readonly sizeLimit: string;
  readonly outcome: string;
}

const none = { retries: "", timeLimit: "", rateLimit: "", sizeLimit: "", outcome: "" };
/** What uses undici without limits of its own, as the `fetch` of Node does. */
const onUndici = { ...none, timeLimit: "on Node: 300 s for the head, 300 s between parts" };

const ours: Features = {
  retries: "reads; writes after a 429, or if proven unsent",
  timeLimit: "30 s a read, 60 s a write, 120 s a call",
  rateLimit: "the workspace's, also across processes",
  sizeLimit: "32 MiB",
  outcome: "yes, and `reconcile` reads it",
};

const FEATURES: Readonly<Record<ClientName, Features>> = {
  "this client": ours,
  "this client, Node transport": ours,
  "global fetch": onUndici,
  "undici.request": onUndici,
  "openapi-fetch": onUndici,
  "up-fetch": onUndici,
  ofetch: { ...onUndici, retries: "one, not of POST, PUT, PATCH, DELETE" },
  got: { ...none, retries: "two, not of POST and PATCH" },
  ky: { ...none, retries: "two, not of POST and PATCH", timeLimit: "10 s" },
  axios: none,
  "openai (get, post)": { ...none, retries: "two, of every method", timeLimit: "10 min" },
  "octokit, retry, throttling": { ...onUndici, retries: "three, of every method", rateLimit: "that of GitHub" },
};

/** What each of the timed clients does by default. */
export const featureTable: Table = {
  head: ["client", "repeats failed calls", "time limit", "rate limit", "size limit", "tells whether a write happened"],
  rows: Object.entries(FEATURES).map(([name, { retries, timeLimit, rateLimit, sizeLimit, outcome }]) => [
    name,
    ...[retries, timeLimit, rateLimit, sizeLimit, outcome].map((text) => text || "no"),
  ]),
};
