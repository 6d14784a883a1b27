import { axiosClient } from "./axios-client.ts";
import type { ClientSetUp, ComparedClient } from "./compared-client.ts";
import { globalFetch } from "./fetch-client.ts";
import { gotClient } from "./got-client.ts";
import { kyClient } from "./ky-client.ts";
import { octokitClient } from "./octokit-client.ts";
import { ofetchClient } from "./ofetch-client.ts";
import { openaiClient } from "./openai-client.ts";
import { openapiFetch } from "./openapi-fetch-client.ts";
import { ourClient, ourClientOnTransport } from "./our-client.ts";
import { undiciRequest } from "./undici-client.ts";
import { upFetchClient } from "./up-fetch-client.ts";

/** The clients whose calls are timed. */
export const allClients = {
  "undici.request": undiciRequest,
  "global fetch": globalFetch,
  "openapi-fetch": openapiFetch,
  "this client": ourClient,
  "this client, Node transport": ourClientOnTransport,
  "up-fetch": upFetchClient,
  ofetch: ofetchClient,
  got: gotClient,
  ky: kyClient,
  axios: axiosClient,
  "openai (get, post)": openaiClient,
  "octokit, retry, throttling": octokitClient,
} as const satisfies Readonly<Record<string, (setUp: ClientSetUp) => ComparedClient>>;

/** The name of a client whose calls are timed. */
export type ClientName = keyof typeof allClients;
