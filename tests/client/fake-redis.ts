import type { RedisClient } from "../../packages/client/src/redis.ts";

/** A Redis that is not there. */
export interface FakeRedis {
  /** What it was sent, command by command. */
  readonly sent: (readonly string[])[];
  /** As the clients of two libraries. */
  readonly ioredis: RedisClient;
  readonly redis: RedisClient;
}

/** A Redis that answers what it is told to and remembers what it was sent. */
export function fakeRedis(answer: () => unknown): FakeRedis {
  const sent: (readonly string[])[] = [];
  const respond = async (parameters: readonly string[]) => {
    sent.push(parameters);
    return answer();
  };
  return {
    sent,
    ioredis: { call: (command: string, ...parameters: string[]) => respond([command, ...parameters]) },
    redis: { sendCommand: (parameters: string[]) => respond(parameters) },
  };
}
