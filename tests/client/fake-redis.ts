import type { RedisClient } from "../../packages/client/src/redis.ts";

/** A fake Redis. */
export interface FakeRedis {
  /** The received commands. */
  readonly sent: (readonly string[])[];
  /** The clients of two libraries. */
  readonly ioredis: RedisClient;
  readonly redis: RedisClient;
}

/** Creates a Redis that returns given results and records its commands. */
export function fakeRedis(reply: () => unknown): FakeRedis {
  const sent: (readonly string[])[] = [];
  const respond = async (parameters: readonly string[]) => {
    sent.push(parameters);
    return reply();
  };
  return {
    sent,
    ioredis: { call: (command: string, ...parameters: string[]) => respond([command, ...parameters]) },
    redis: { sendCommand: (parameters: string[]) => respond(parameters) },
  };
}
