import type { CommandOptions } from "../settings/command-options.ts";
import { SettingsError } from "../settings/settings-error.ts";
import type { SharedStore } from "../state/expiring-store.ts";
import { memoryStore } from "../state/memory-store.ts";
import type { RedisCaller } from "../state/redis-store.ts";
import { redisStore } from "../state/redis-store.ts";

/** What the server runs on. */
export interface Backend {
  readonly store: SharedStore;
  readonly redis: RedisCaller | undefined;
  /** The embedded sandbox, with its key. */
  readonly sandbox: { readonly fetch: typeof fetch; readonly apiKey: string } | undefined;
  close(): Promise<void>;
}

/**
 * Connects to Redis and starts the sandbox, as the options say. Both are only loaded when needed.
 *
 * @throws SettingsError if Redis does not respond.
 */
export async function openBackend({ redis: url, sandbox, scenario }: CommandOptions): Promise<Backend> {
  const redis = url === undefined ? undefined : await openRedis(url);
  const running = sandbox ? await openSandbox(scenario) : undefined;
  return {
    store: redis === undefined ? memoryStore() : redisStore(redis),
    redis,
    sandbox: running && { fetch: running.fetch, apiKey: running.keys.full },
    close: async () => {
      await running?.close();
      redis?.disconnect();
    },
  };
}

async function openSandbox(scenario: string) {
  const { createSandbox } = await import("@modulex-instantly/sandbox");
  const sandbox = createSandbox();
  sandbox.load(scenario);
  return sandbox;
}

async function openRedis(url: string) {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 5_000 });
  // An error without a listener would end the process. The limiter and the guard see failed commands.
  let code = "no response";
  redis.on("error", (error: NodeJS.ErrnoException) => {
    code = error.code ?? code;
  });
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch {
    redis.disconnect();
    throw new SettingsError(`--redis: cannot connect (${code})`);
  }
}
