import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { executableOnPath } from "../executable-on-path.ts";

/** A Redis to test against. */
export interface RedisServer {
  readonly url: string;
  /** Stops it, if the tests started it. */
  stop(): Promise<void>;
}

const binary = executableOnPath("redis-server", "valkey-server");

/** Why there is nothing to test against; undefined when there is. */
export const missing: string | undefined =
  process.env["REDIS_URL"] || binary ? undefined : "no redis-server on PATH and no REDIS_URL";

/** Whether a Redis with options of its own can be started. */
export const isStartable: boolean = binary !== undefined;

/**
 * Takes the Redis of REDIS_URL, or starts one on a free port of loopback that keeps nothing on disk.
 *
 * @param extra options that only a Redis of its own can have; with any, one is always started.
 */
export async function startRedis(extra: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const given = process.env["REDIS_URL"];
  if (given && Object.keys(extra).length === 0) return { url: given, stop: async () => undefined };
  if (!binary) throw new Error(missing);
  const folder = await mkdtemp(path.join(tmpdir(), "instantly-redis-"));
  const port = await freePort();
  const options = { "--bind": "127.0.0.1", "--port": `${port}`, "--save": "", "--appendonly": "no", "--dir": folder };
  const child = spawn(binary, Object.entries({ ...options, ...extra }).flat(), { stdio: "ignore" });
  const exited = once(child, "exit");
  const killed = () => child.kill();
  process.once("exit", killed);
  await untilReady(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      process.off("exit", killed);
      child.kill();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      await wait(25);
    } finally {
      socket.destroy();
    }
  }
  throw new Error("redis-server did not start within 5 s");
}
