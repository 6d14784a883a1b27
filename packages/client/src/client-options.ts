import type { Hooks, Logger } from "./call/hooks.ts";
import { assertHooks } from "./call/hooks.ts";
import { observer, quietly } from "./call/observer.ts";
import { assertSafeApiKey, invalidConfig } from "./options/api-key.ts";
import { assertSafeBaseUrl } from "./options/base-url.ts";
import { environmentVariable } from "./options/environment.ts";
import type { ResolvedTimeouts, Timeouts } from "./options/timeouts.ts";
import { defaultTimeouts } from "./options/timeouts.ts";
import { assertMethods, withDefaults } from "./options/with-defaults.ts";
import { waitOf } from "./rate-limit/rate-limit-store.ts";
import type { RateLimiter, RateLimiterOptions } from "./rate-limit/rate-limiter.ts";
import { createRateLimiter } from "./rate-limit/rate-limiter.ts";
import { redactor } from "./redaction/redact.ts";
import type { AttemptOptions } from "./request/attempt.ts";
import type { SendEvidence } from "./request/send-evidence.ts";
import type { Transport } from "./request/transport.ts";
import { serverDates } from "./response/server-date.ts";
import type { RetryOptions, RetryPolicy } from "./retry/retry-options.ts";
import { defaultRetryPolicy, noRetries } from "./retry/retry-options.ts";
import { version } from "./version.gen.ts";

/** Options of `createInstantlyClient`. */
export interface InstantlyClientOptions {
  /**
   * An Instantly V2 API key. Default: the environment variable `INSTANTLY_API_KEY`. An undefined key is an error, so that it
   * never becomes the key of another workspace.
   */
  readonly apiKey?: string;
  /**
   * The origin of the API, without a path. Default: the environment variable `INSTANTLY_BASE_URL`, or else
   * `https://api.instantly.ai`.
   */
  readonly baseUrl?: string | undefined;
  /**
   * A function to use instead of the global `fetch`. The client cannot see when it sends, so a slot of the rate limit
   * counts from when it settles. It should only make the request of the call: an error that says that a connection
   * failed, and names no host, is treated as the error of that request.
   */
  readonly fetch?: typeof fetch | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** How often calls are retried where that is safe; `false` disables retries. */
  readonly retry?: RetryOptions | false | undefined;
  /** A rate limiter to share, or options for a new one; `false` disables it. By default the client creates its own. */
  readonly rateLimiter?: RateLimiter | RateLimiterOptions | false | undefined;
  readonly logger?: Logger | undefined;
  readonly hooks?: Hooks | undefined;
  /** The sub-workspace to use with the key of an admin workspace. Sent as the `x-as-workspace` header. */
  readonly workspaceId?: string | undefined;
  /** Observes whether a request left the machine; see `@modulex-instantly/client/node`. */
  readonly sendEvidence?: SendEvidence | undefined;
  /** Sends requests in place of `fetch` and `sendEvidence`; see `nodeTransport` of `@modulex-instantly/client/node`. */
  readonly transport?: Transport | undefined;
}

const OPTIONS: Readonly<Record<keyof InstantlyClientOptions, true>> = {
  apiKey: true,
  baseUrl: true,
  fetch: true,
  timeouts: true,
  retry: true,
  rateLimiter: true,
  logger: true,
  hooks: true,
  workspaceId: true,
  sendEvidence: true,
  transport: true,
};

/** Validated options with defaults. */
export interface ResolvedOptions extends AttemptOptions {
  readonly baseUrl: string;
  readonly timeouts: ResolvedTimeouts;
  readonly policy: RetryPolicy;
  readonly limiter: RateLimiter | undefined;
}

/**
 * Validates the options of a client and applies the defaults.
 *
 * @throws InstantlyError `invalid_config`, which names the option and what was expected.
 */
export function resolvedOptions(options: InstantlyClientOptions): ResolvedOptions {
  if (typeof options !== "object" || options === null) throw invalidConfig("the options must be an object");
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(OPTIONS, name));
  if (unknown !== undefined) {
    throw invalidConfig(`${unknown} is not an option of createInstantlyClient: use ${Object.keys(OPTIONS).join(", ")}`);
  }
  const {
    baseUrl = environmentVariable("INSTANTLY_BASE_URL") || "https://api.instantly.ai",
    fetch: givenFetch,
    timeouts,
    retry,
    rateLimiter,
    logger,
    hooks,
    workspaceId,
    transport,
    sendEvidence = transport?.sendEvidence,
  } = options;
  if (workspaceId !== undefined && !(typeof workspaceId === "string" && /^[\w-]{1,128}$/.test(workspaceId))) {
    throw invalidConfig("workspaceId must be a string of up to 128 letters, digits, _ and -");
  }
  if (retry !== false && retry !== undefined && typeof retry !== "object") {
    throw invalidConfig("retry must be an object of options, or false");
  }
  if (givenFetch !== undefined && typeof givenFetch !== "function") throw invalidConfig("fetch must be a function");
  if (logger !== undefined) assertMethods("logger", logger, ["debug", "warn"]);
  assertHooks(hooks, invalidConfig);
  if (transport !== undefined) {
    if (typeof transport?.fetch !== "function" || typeof sendEvidence !== "function")
      throw invalidConfig("transport must be what nodeTransport() of @modulex-instantly/client/node returns");
    if (givenFetch ?? options.sendEvidence)
      throw invalidConfig("transport replaces fetch and sendEvidence: leave them out");
  }
  if (sendEvidence !== undefined) checkedEvidence(sendEvidence);
  // A given key that is undefined must not fall back to the key of another workspace.
  const isKeyGiven = "apiKey" in options;
  const apiKey = assertSafeApiKey(isKeyGiven ? options.apiKey : environmentVariable("INSTANTLY_API_KEY"), isKeyGiven);
  const origin = assertSafeBaseUrl(baseUrl);
  return {
    baseUrl: origin,
    timeouts: withDefaults("timeouts", defaultTimeouts, timeouts),
    policy: withDefaults("retry", defaultRetryPolicy, retry === false ? noRetries : retry),
    limiter: limiterOf(rateLimiter, logger),
    observe: observer(hooks, logger, origin),
    fetch:
      (transport?.fetch as typeof fetch | undefined) ?? givenFetch ?? ((input, init) => globalThis.fetch(input, init)),
    isFetchGiven: givenFetch !== undefined,
    isTransport: transport !== undefined,
    sendEvidence,
    redact: redactor(apiKey),
    dates: serverDates(),
    headers: {
      accept: "application/json",
      authorization: `Bearer ${apiKey}`,
      // The API's edge rejects some default User-Agents with a page that looks like a scope error.
      "user-agent": `modulex-instantly-client/${version}`,
      ...(workspaceId ? { "x-as-workspace": workspaceId } : {}),
    },
  };
}

/** Calls it once: a common mistake is to pass the `sendEvidence` function instead of its result. */
function checkedEvidence(sendEvidence: unknown): void {
  const sample = { method: "GET", url: "https://localhost/", signal: new AbortController().signal };
  try {
    assertMethods("sendEvidence", (sendEvidence as SendEvidence)(sample), ["run", "progress"]);
  } catch {
    throw invalidConfig("sendEvidence must be what sendEvidence() of @modulex-instantly/client/node returns");
  }
}

function limiterOf(given: InstantlyClientOptions["rateLimiter"], logger: Logger | undefined): RateLimiter | undefined {
  if (given === false) return undefined;
  if (given !== undefined && (typeof given !== "object" || given === null || Array.isArray(given))) {
    throw invalidConfig("rateLimiter must be a rate limiter, its options, or false");
  }
  if (!(given && "acquire" in given)) return createRateLimiter(given ? { logger, ...given } : { logger });
  assertMethods("rateLimiter", given, ["acquire", "pause", "freesIn"]);
  // An error or a wrong result of a custom limiter must not hide why a call failed.
  return {
    acquire: (call) => given.acquire(call),
    pause: (operation, ms) => quietly(() => given.pause(operation, ms)),
    freesIn: (operation) => waitOf(() => given.freesIn(operation)),
  };
}
