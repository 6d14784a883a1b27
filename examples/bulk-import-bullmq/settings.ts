import type { InstantlyClient } from "@modulex-instantly/client";
import { createInstantlyClient, createRateLimiter } from "@modulex-instantly/client";
import { sendEvidence } from "@modulex-instantly/client/node";
import { redisRateLimitStore } from "@modulex-instantly/client/redis";
import { Redis } from "ioredis";

/** A positive whole number from the environment. */
function numberFrom(name: string, fallback: number): number {
  const text = process.env[name] ?? String(fallback);
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Error(`${name} must be a whole number from 1, not ${JSON.stringify(text)}`);
  return Number(text);
}

/** How many worker processes run. While Redis is down, each of them uses this part of the limit. */
const PROCESSES = numberFrom("PROCESSES", 4);

/** Requests a second of all processes. Less than 100 leaves room for other programs that use the workspace. */
const LIMIT = numberFrom("LIMIT", 100);

/** How many leads a process imports at a time. */
export const CONCURRENCY: number = numberFrom("CONCURRENCY", 25);

/** How long BullMQ keeps the job of a process that was killed, in milliseconds, before another process takes it. */
export const LOCK_MS: number = numberFrom("LOCK_MS", 60_000);

/** The time limit of a create, from the moment it is stored that it may be sent, in milliseconds. */
export const CALL_MS: number = numberFrom("CALL_MS", 45_000);

/** How long after that time the API may still be storing a lead, in milliseconds. Afterwards, its absence is a proof. */
export const SETTLE_MS: number = numberFrom("SETTLE_MS", 60_000);

// A create ends before its job can be given to another process, so two processes never send the same row.
if (CALL_MS >= LOCK_MS) throw new Error(`CALL_MS (${CALL_MS}) must be less than LOCK_MS (${LOCK_MS})`);

/** The connections of BullMQ. Their commands wait while Redis is down. */
export const queueConnection = {
  url: process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379",
  maxRetriesPerRequest: null,
} as const;

/** A client that shares the limits of the workspace with all other processes. */
export interface SharingClient {
  readonly instantly: InstantlyClient;
  close(): void;
}

/**
 * Creates the client of this process.
 *
 * @throws Error without a base URL, and for one that is not this machine, unless ALLOW_LIVE is `yes`.
 */
export async function connectClient(): Promise<SharingClient> {
  const { INSTANTLY_API_KEY, INSTANTLY_BASE_URL = "", ALLOW_LIVE, WORKSPACE } = process.env;
  const host = URL.canParse(INSTANTLY_BASE_URL) ? new URL(INSTANTLY_BASE_URL).hostname : undefined;
  if (!INSTANTLY_API_KEY || host === undefined) {
    throw new Error("Set INSTANTLY_API_KEY and INSTANTLY_BASE_URL; npx @modulex-instantly/sandbox prints both.");
  }
  if (!/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host) && ALLOW_LIVE !== "yes") {
    throw new Error(
      `INSTANTLY_BASE_URL is ${host}, not this machine. Set ALLOW_LIVE=yes to import into a real workspace.`,
    );
  }
  // Its commands fail at once while Redis is down, so that the limiter continues with its part of the limit.
  const redis = new Redis(queueConnection.url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
  redis.on("error", () => undefined);
  await redis.connect().catch(() => undefined);
  const rateLimiter = createRateLimiter({
    workspace: [
      { requests: LIMIT, windowMs: 1_000 },
      { requests: 60 * LIMIT, windowMs: 60_000 },
    ],
    store: redisRateLimitStore({ redis, workspace: WORKSPACE ?? INSTANTLY_API_KEY, fallbackShare: 1 / PROCESSES }),
    logger: { warn: (message) => console.error(message) },
  });
  const instantly = createInstantlyClient({ rateLimiter, sendEvidence: sendEvidence() });
  return { instantly, close: () => redis.disconnect() };
}
