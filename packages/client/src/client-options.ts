import { checkedApiKey, invalidConfig } from "./api-key.ts";
import type { AttemptOptions } from "./attempt.ts";
import { checkedBaseUrl } from "./base-url.ts";
import { completedOptions } from "./completed-options.ts";
import type { Hooks, Logger } from "./observer.ts";
import { observer } from "./observer.ts";
import type { RateLimiter, RateLimiterOptions } from "./rate-limiter.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import { redactor } from "./redact.ts";
import type { RetryOptions, RetryPolicy } from "./retry-policy.ts";
import { defaultRetryPolicy, noRetries } from "./retry-policy.ts";
import type { SendEvidence } from "./send-evidence.ts";
import type { ResolvedTimeouts, Timeouts } from "./timeouts.ts";
import { defaultTimeouts } from "./timeouts.ts";
import { version } from "./version.gen.ts";

/** Options of `createInstantlyClient`. */
export interface InstantlyClientOptions {
  /** An Instantly V2 API key. */
  readonly apiKey: string;
  /** An origin, `https://api.instantly.ai` unless another is given; the paths already hold `/api/v2`. */
  readonly baseUrl?: string | undefined;
  /**
   * A function to use in place of the global `fetch`, such as node-fetch. Of its responses a `status` and a body are
   * needed: a web stream, a Node stream, `arrayBuffer()` or `text()`. Whatever it throws is a failure of the network.
   */
  readonly fetch?: typeof fetch | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** How patiently calls are repeated where that is safe; `false` for not at all. */
  readonly retry?: RetryOptions | false | undefined;
  /** A limiter to share, the options of one, or `false` for none. Without it the client has one of its own. */
  readonly rateLimiter?: RateLimiter | RateLimiterOptions | false | undefined;
  readonly logger?: Logger | undefined;
  readonly hooks?: Hooks | undefined;
  /** A sub-workspace to act in, with the key of an admin workspace. Sent as `x-as-workspace`. */
  readonly workspaceId?: string | undefined;
  /** Observes whether a request left the machine; see `@modulex-instantly/client/node`. */
  readonly sendEvidence?: SendEvidence | undefined;
}

/** Options checked and completed. */
export interface ResolvedOptions extends AttemptOptions {
  readonly baseUrl: string;
  readonly timeouts: ResolvedTimeouts;
  readonly policy: RetryPolicy;
  readonly limiter: RateLimiter | undefined;
}

/**
 * Checks and completes the options of a client.
 *
 * @throws InstantlyError `invalid_config` naming the option and what was expected.
 */
export function resolvedOptions(options: InstantlyClientOptions): ResolvedOptions {
  if (typeof options !== "object" || options === null) throw invalidConfig("pass an object of options with an apiKey");
  const {
    apiKey: givenKey,
    baseUrl = "https://api.instantly.ai",
    fetch: givenFetch = (input: RequestInfo | URL, init?: RequestInit) => globalThis.fetch(input, init),
    timeouts,
    retry,
    rateLimiter,
    logger,
    hooks,
    workspaceId,
    sendEvidence,
    ...unknown
  } = options;
  for (const name of Object.keys(unknown)) throw invalidConfig(`${name} is not an option of createInstantlyClient`);
  if (workspaceId !== undefined && !/^[\w-]{1,128}$/.test(workspaceId)) {
    throw invalidConfig("workspaceId must be letters, digits, _ and -");
  }
  if (typeof givenFetch !== "function") throw invalidConfig("fetch must be a function");
  const apiKey = checkedApiKey(givenKey);
  return {
    baseUrl: checkedBaseUrl(baseUrl),
    timeouts: completedOptions("timeouts", defaultTimeouts, timeouts),
    policy: completedOptions("retry", defaultRetryPolicy, retry === false ? noRetries : retry),
    limiter: limiterOf(rateLimiter, logger),
    observe: observer(hooks, logger),
    fetch: givenFetch,
    sendEvidence,
    redact: redactor(apiKey),
    headers: {
      accept: "application/json",
      authorization: `Bearer ${apiKey}`,
      // The edge in front of the API refuses some default User-Agents with a page that looks like a scope error.
      "user-agent": `modulex-instantly-client/${version}`,
      ...(workspaceId ? { "x-as-workspace": workspaceId } : {}),
    },
  };
}

function limiterOf(given: InstantlyClientOptions["rateLimiter"], logger: Logger | undefined): RateLimiter | undefined {
  if (given === false) return undefined;
  if (given !== undefined && (typeof given !== "object" || given === null)) {
    throw invalidConfig("rateLimiter must be a rate limiter, its options, or false");
  }
  return given && "acquire" in given ? given : createRateLimiter({ logger, ...given });
}
