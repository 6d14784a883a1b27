/** The maximum size of an import in bytes, minified and compressed. */
export interface Ceiling {
  readonly what: string;
  /** The code of an application; everything it imports is bundled. */
  readonly code: string;
  /** Packages that the application has anyway. */
  readonly external?: readonly string[];
  readonly initial: number;
  readonly lazy: number;
  /** What it contains of every operation beside those of the actions in the contract: `furtherSize` is added to the ceiling. */
  readonly contains?: "operations" | "actions";
  /**
   * The reasons for the value. Raising a ceiling requires a line here with the old value, the new value and the reason.
   */
  readonly reasons: readonly string[];
}

/**
 * The maximum size of what the client loads on demand: reconcile, and the time zones when a campaign is rejected. 1,300 -> 1,700: the thread and the text of a reply, and
 * the clock of the API, so that "applied" and "not_applied" are both proven. 1,700 -> 4,200: changes that servers make to
 * texts, addresses, names, times and threads, so that nothing that could be the write is called absent. 4,200 -> 6,200: the
 * accepted time zones and their stand-ins, for the error of a rejected campaign.
 */
const ON_DEMAND = 6_200;

/** The maximum sizes. If a bundle is smaller than 85 % of its ceiling, the ceiling must be lowered. */
export const ceilings: readonly Ceiling[] = [
  {
    what: "the client with openapi-fetch",
    code: `import { createInstantlyClient } from "@modulex-instantly/client"; globalThis.use = createInstantlyClient;`,
    initial: 21_750,
    contains: "operations",
    lazy: ON_DEMAND,
    reasons: [
      "8,000 was the goal and is missed; 10,700 was reached: docs/decisions/0002-size-of-the-client.md says what was " +
        "tried; the rest is messages that name the field and checks that prevent sending twice",
      "10,700 -> 11,600: late responses of an abandoned attempt, raw calls with another base URL, failing stores and " +
        "options of a wrong type are each rejected with a specific message",
      "11,600 -> 11,800: the proof that a request was not sent is more precise, raw calls have the same checks as others, and " +
        "calls that share a signal share its listener",
      "11,800 -> 12,300: caches never serve a response, and a client knows its own errors and the clock of the API for reconcile",
      "12,300 -> 17,600: more checks. Minified, before compression: 6,600 for openapi-fetch, 5,800 for the rate limiter with " +
        "slots that count from when a request is sent and stores that may fail, 3,000 for options, 2,900 for the JSON of a " +
        "body, 2,500 to find a key in any encoding, 1,900 to limit reading and parsing",
      "17,600 -> 18,600: errors are compared with the host and port of the call, options whose getter throws are rejected, " +
        "and the queues of a limiter share one order",
      "18,600 -> 19,800: request for every route, with checks of paths, values and effects; responseOf; slots for requests " +
        "of one's own; the key and the base URL of the environment",
      "19,800 -> 19,900: the error for a rejected campaign names accepted time zones, which are loaded with the first such error",
      "19,800 -> 20,300: every call reports its start and its end, also if it is rejected before a request, with an id, its " +
        "outcome and the server",
      "20,400 -> 20,600: the option transport",
      "20,600 -> 20,900: a body or a query whose fields JSON cannot see is rejected, and errors of request name the route",
      "20,900 -> 21,250: errors of custom limiters know the earlier attempts, a raw call has no fetch of its own, the body of " +
        "a reply is compared with its JSON, the hexadecimal form of a key is found, and a slot counts from the first byte",
      "21,250 -> 21,750: the codes of certificates are listed, the response to a followed redirect says nothing about a write, " +
        "HTML of a reply must show something, and options that would hide what reconcile looks for are rejected",
    ],
  },
  {
    what: "one value of the client that needs no network",
    code: `import { operations } from "@modulex-instantly/client"; globalThis.use = operations;`,
    initial: 550,
    contains: "operations",
    lazy: ON_DEMAND,
    reasons: [
      "the table of operations; shows that tree shaking removes the rest",
      "450 -> 620: one file per entry, see docs/decisions/0005-one-file-per-entry.md",
      "620 -> 550: constants that nothing uses are gone; the rows say what a read returns and which read verifies a write",
    ],
  },
  {
    what: "the client's send evidence for Node",
    code: `import { sendEvidence } from "@modulex-instantly/client/node"; globalThis.use = sendEvidence;`,
    initial: 1_020,
    lazy: 0,
    reasons: [
      "an observer of undici, loaded only on import",
      "500 -> 580: over HTTP/2 undici may not report when headers are sent, so nothing counts as proof there",
      "580 -> 850: only requests of the call itself count, to its own origin and path; several requests, or one by " +
        "node:http, prove nothing",
      "850 -> 960: bundlers keep the imports of the transport for Node, which has the same entry, without its code",
      "960 -> 1,000: a write to another place proves nothing; the first byte of a request is reported",
      "1,000 -> 1,020: a request that was reported as not sent is stopped",
    ],
  },
  {
    what: "the client's transport for Node, with the send evidence",
    code: `export * from "@modulex-instantly/client/node";`,
    initial: 4_700,
    lazy: 0,
    reasons: ["requests over node:http, kept connections, proxies, content codings; loaded only on import"],
  },
  {
    what: "the client's Redis store",
    code: `export * from "@modulex-instantly/client/redis";`,
    initial: 2_400,
    lazy: 0,
    reasons: [
      "one script, one fallback; the Redis client is the application's own",
      "1,900 -> 1,950: an error for an invalid option is marked as not sent",
      "1,950 -> 2,400: a slot is held until its request is sent, pauses are capped, the clock never steps back, and an " +
        "option whose getter throws is rejected",
    ],
  },
  {
    what: "the client's time zones",
    code: `export * from "@modulex-instantly/client/time-zones";`,
    initial: 2_200,
    lazy: 0,
    reasons: ["102 accepted zones, 85 stand-ins, and a comparison of local times for all other zones"],
  },
  {
    what: "the client's OpenTelemetry hooks",
    code: `export * from "@modulex-instantly/client/opentelemetry";`,
    external: ["@opentelemetry/api"],
    initial: 2_300,
    lazy: 0,
    reasons: ["spans and metrics; the API of OpenTelemetry is the application's own"],
  },
  {
    what: "the 13 actions with the client",
    code: `import { actions } from "@modulex-instantly/actions"; globalThis.use = actions;`,
    initial: 45_500,
    contains: "actions",
    lazy: ON_DEMAND,
    reasons: [
      "24,000 more than the client: 13 input and output schemas with a description of every parameter for models, and " +
        "a small validator, so that no validation library and no code generation at run time is needed",
      "37,500 -> 37,900: the client has grown by as much",
      "37,900 -> 40,300: the client has grown by 6,300; interpreting the schemas has saved the rest",
      "40,300 -> 41,500: the client has grown by as much",
      "41,500 -> 42,000: the same",
      "42,000 -> 42,200: the same",
      "42,200 -> 42,800: hints never lead to the opposite of a value, and say what a parameter means",
      "42,800 -> 43,100: the client has grown by as much",
      "43,100 -> 43,450: the same",
      "43,450 -> 45,000: errors say which value a model meant that wrote it with another type, format or time zone, and list " +
        "all parameters where no name is near",
      "45,000 -> 45,500: the client has grown by as much",
    ],
  },
  {
    what: "everything the actions export",
    code: `export * from "@modulex-instantly/actions";`,
    initial: 46_600,
    contains: "actions",
    lazy: ON_DEMAND,
    reasons: [
      "the manifest consists of the schemas above, so it adds little",
      "38,500 -> 38,900: the client has grown by as much",
      "38,900 -> 41,300: the same",
      "41,300 -> 42,500: the same",
      "42,500 -> 43,000: the same",
      "43,000 -> 43,200: the same",
      "43,200 -> 43,800: the actions have grown by as much",
      "43,800 -> 44,200: the client has grown by as much",
      "44,200 -> 44,500: the same",
      "44,500 -> 46,100: the actions have grown by as much",
      "46,100 -> 46,600: the client has grown by as much",
    ],
  },
  ...["ai-sdk", "anthropic", "langchain", "mcp", "openai", "openai-agents"].map((name) => ({
    what: `the actions with the adapter ${name}`,
    code: `export * from "@modulex-instantly/actions/${name}";`,
    initial: 47_500,
    contains: "actions" as const,
    lazy: ON_DEMAND,
    reasons: [
      "the 13 actions with the client, and at most 1,700 for the adapter: it imports no framework",
      "42,000 -> 43,200: the client has grown by 1,200",
      "43,200 -> 43,900: the client has grown, and the accepted time zones come with their stand-ins from it",
      "43,900 -> 44,100: the client has the option transport",
      "44,100 -> 44,700: the actions have grown by as much",
      "44,700 -> 45,000: the client has grown by as much",
      "45,000 -> 45,400: the same",
      "45,400 -> 47,000: the actions have grown by as much",
      "47,000 -> 47,500: the client has grown by as much",
    ],
  })),
  {
    what: "the types",
    code: `export * from "@modulex-instantly/types";`,
    initial: 0,
    lazy: 0,
    reasons: ["types only: there is no code at run time"],
  },
  {
    what: "an import that uses nothing",
    code: `import "@modulex-instantly/types"; import "@modulex-instantly/client"; import "@modulex-instantly/actions";`,
    initial: 0,
    lazy: ON_DEMAND,
    reasons: ["no module has a side effect"],
  },
];
