import type { RedisClient } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";
import { createClient } from "redis";

export type ClientKind = "ioredis" | "redis";
export const clientKinds: readonly ClientKind[] = ["ioredis", "redis"];

/** A connected client of either kind. */
export interface ConnectedClient {
  readonly redis: RedisClient;
  close(): void;
}

/** Connects a client of Redis the way its users do. */
export async function connectClient(kind: ClientKind, url: string): Promise<ConnectedClient> {
  if (kind === "ioredis") {
    const redis = new Redis(url, { lazyConnect: true }).on("error", () => undefined);
    await redis.connect();
    return { redis, close: () => redis.disconnect() };
  }
  const redis = createClient({ url }).on("error", () => undefined);
  await redis.connect();
  return { redis, close: () => redis.destroy() };
}
