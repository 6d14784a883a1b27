import { checkedApiKey, invalidConfig } from "./api-key.ts";
import { checkedBaseUrl } from "./base-url.ts";
import type { Hooks, Logger } from "./observer.ts";
import type { RateLimiter, RateLimiterOptions } from "./rate-limiter.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import type { RetryOptions, RetryPolicy } from "./retry-policy.ts";
import { retryPolicy } from "./retry-policy.ts";
import type { SendEvidence } from "./send-evidence.ts";
import type { ResolvedTimeouts, Timeouts } from "./timeouts.ts";
import { defaultTimeouts, mergedTimeouts } from "./timeouts.ts";
import { version } from "./version.gen.ts";

/** Options of `createInstantlyClient`. */
export interface InstantlyClientOptions {
  /** An Instantly V2 API key. */
  readonly apiKey: string;
  /** An origin, `https://api.instantly.ai` unless another is given; the paths already hold `/api/v2`. */
  readonly baseUrl?: string | undefined;
  /** A function to use in place of the global `fetch`. */
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
export interface ResolvedOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly timeouts: ResolvedTimeouts;
  readonly policy: RetryPolicy;
  readonly limiter: RateLimiter | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const OPTION_NAMES: readonly string[] = [
  "apiKey",
  "baseUrl",
  "fetch",
  "timeouts",
  "retry",
  "rateLimiter",
  "logger",
  "hooks",
  "workspaceId",
  "sendEvidence",
] satisfies readonly (keyof InstantlyClientOptions)[];

/**
 * Checks the options of a client.
 *
 * @throws InstantlyError `invalid_config` naming the option, what was expected and, for a misspelt one, the nearest.
 */
export function resolvedOptions(options: InstantlyClientOptions): ResolvedOptions {
  if (typeof options !== "object" || options === null) throw invalidConfig("pass an object of options: { apiKey }");
  for (const name of Object.keys(options)) {
    if (!OPTION_NAMES.includes(name)) {
      throw invalidConfig(`${name} is not an option of createInstantlyClient: use ${OPTION_NAMES.join(", ")}`);
    }
  }
  const { workspaceId } = options;
  if (workspaceId !== undefined && !/^[\w-]{1,128}$/.test(workspaceId)) {
    throw invalidConfig("workspaceId must be the id of a workspace: letters, digits, _ and -");
  }
  if (options.fetch !== undefined && typeof options.fetch !== "function") {
    throw invalidConfig(`fetch must be a function, received ${typeof options.fetch}`);
  }
  const apiKey = checkedApiKey(options.apiKey);
  return {
    apiKey,
    baseUrl: checkedBaseUrl(options.baseUrl ?? "https://api.instantly.ai"),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeouts: mergedTimeouts(defaultTimeouts, options.timeouts),
    policy: retryPolicy(options.retry),
    limiter: limiterOf(options),
    headers: {
      accept: "application/json",
      authorization: `Bearer ${apiKey}`,
      // The edge in front of the API refuses some default User-Agents with a page that looks like a scope error.
      "user-agent": `modulex-instantly-client/${version}`,
      ...(workspaceId === undefined ? {} : { "x-as-workspace": workspaceId }),
    },
  };
}

function limiterOf({ rateLimiter, logger }: InstantlyClientOptions): RateLimiter | undefined {
  if (rateLimiter === false) return undefined;
  if (rateLimiter !== undefined && "acquire" in rateLimiter) return rateLimiter;
  return createRateLimiter({ logger, ...rateLimiter });
}
