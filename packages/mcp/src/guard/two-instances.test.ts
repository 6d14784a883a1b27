import { randomUUID } from "node:crypto";
import type { Email } from "@modulex-instantly/client";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GuardedSandbox } from "../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../tests/mcp/guard/guarded-sandbox.ts";
import type { RedisServer } from "../../../../tests/redis/redis-server.ts";
import { missing, startRedis } from "../../../../tests/redis/redis-server.ts";
import { redisStore } from "../state/redis-store.ts";
import { createToolGuard } from "./create-tool-guard.ts";
import type { ToolGuardOptions } from "./guard-options.ts";

const SECRET = "a secret that both instances have in common";

describe.skipIf(missing !== undefined)("two instances behind one Redis", () => {
  let server: RedisServer;
  const connections: Redis[] = [];

  beforeAll(async () => {
    server = await startRedis();
  });

  afterAll(async () => {
    for (const redis of connections) redis.disconnect();
    await server.stop();
  });

  /** Two guards with connections of their own, in front of one sandbox. */
  async function instances(options: ToolGuardOptions = {}): Promise<[GuardedSandbox, GuardedSandbox]> {
    const guards = [];
    for (const _ of [1, 2]) {
      const redis = new Redis(server.url, { maxRetriesPerRequest: 1 });
      connections.push(redis);
      guards.push(createToolGuard({ ...options, secret: SECRET, store: redisStore(redis) }));
    }
    const [first, second] = guards as [ReturnType<typeof createToolGuard>, ReturnType<typeof createToolGuard>];
    const one = guardedSandbox(first);
    return [one, guardedSandbox(second, { rewrite: () => one.sandbox.fetch })];
  }

  async function replyInput({ client }: GuardedSandbox, body_text = "Gladly, on Tuesday.") {
    const { items } = await client.emails.list({ limit: 100 });
    const { id, eaccount, subject } = items.find(({ ue_type }) => ue_type === 2) as Email;
    return { reply_to_uuid: id, eaccount, subject, body_text };
  }

  /** A key of its own, because the Redis may be shared with others. */
  const asNewKey = () => ({ keyId: randomUUID() });

  test("an approval that one asked for is valid once at the other, also when both get it 10 times at once", async () => {
    const [one, two] = await instances();
    const input = await replyInput(one);
    const caller = asNewKey();
    const { state } = formOf(await one.call("reply_to_email", input, caller));
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    const posts = Array.from({ length: 10 }, () => [one, two]).flat();
    const all = await Promise.all(
      posts.map((guarded) => guarded.call("reply_to_email", input, { ...caller, confirm })),
    );
    expect(all.filter((result) => outputOf(result)["success"] === true)).toHaveLength(20);
    expect(one.writes()).toBe(1);
  });

  test("a cap counts the calls of both", async () => {
    const [one, two] = await instances({ repliesPerHour: 2 });
    const results = [];
    const caller = { ...asNewKey(), confirm: { mode: "not_needed" } } as const;
    for (const [index, guarded] of [one, two, one, two].entries()) {
      const input = await replyInput(guarded, `Text ${index}`);
      results.push(outputOf(await guarded.call("reply_to_email", input, caller))["success"]);
    }
    expect(results).toEqual([true, true, false, false]);
  });

  test("what one has read in mail, the other knows", async () => {
    const [one, two] = await instances();
    const caller = { ...asNewKey(), sessionId: undefined };
    await one.call("list_emails", {}, caller);
    expect(formOf(await two.call("create_lead_list", { name: "Autumn" }, caller)).message).toContain("incoming mail");
  });

  test("without Redis nothing is sent", async () => {
    const [one] = await instances();
    const input = await replyInput(one);
    connections.at(-2)?.disconnect();
    const refused = await one.call("reply_to_email", input, { ...asNewKey(), confirm: { mode: "not_needed" } });
    expect(outputOf(refused)["error"]).toMatch(/the store of this server failed/);
    expect(one.writes()).toBe(0);
  });
});
