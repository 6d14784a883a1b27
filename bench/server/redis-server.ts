import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";

/** A Redis of one's own. */
export interface RunningRedis {
  readonly port: number;
  readonly version: string;
  stop(): Promise<void>;
}

/**
 * Starts a `redis-server` that keeps nothing on a free port of 127.0.0.1.
 *
 * @throws Error when the binary is not installed or does not answer.
 */
export async function startRedis(): Promise<RunningRedis> {
  const port = await freePort();
  const settings = { port, bind: "127.0.0.1", save: "", appendonly: "no", daemonize: "no" };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn("redis-server", flags, { stdio: "ignore" });
  const failed = once(child, "error").then(([error]) => {
    throw new Error(`redis-server cannot be started: install it (apt-get install redis-server). ${String(error)}`);
  });
  const version = await Promise.race([answeringVersion(port), failed]);
  return {
    port,
    version,
    async stop() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function answeringVersion(port: number): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const redis = new Redis({ host: "127.0.0.1", port, lazyConnect: true, retryStrategy: () => null });
    redis.on("error", () => undefined);
    try {
      await redis.connect();
      const info = await redis.info("server");
      return /redis_version:(\S+)/.exec(info)?.[1] ?? "of unknown version";
    } catch {
      await setTimeout(100);
    } finally {
      redis.disconnect();
    }
  }
  throw new Error("redis-server was started but does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
