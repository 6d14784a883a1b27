import type { Email } from "@modulex-instantly/client";
import { expect, test } from "vitest";
import type { GuardedSandbox } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { memoryStore } from "../../state/memory-store.ts";
import { createToolGuard } from "../create-tool-guard.ts";

const freely = { confirm: { mode: "not_needed" } } as const;
const MINUTE = 60_000;

async function replying(guarded: GuardedSandbox) {
  const { items } = await guarded.client.emails.list({ limit: 100 });
  const { id, eaccount, subject } = items.find(({ ue_type }) => ue_type === 2) as Email;
  return (text: string, caller: object = freely) =>
    guarded.call("reply_to_email", { reply_to_uuid: id, eaccount, subject, body_text: text }, caller);
}

test("replies are capped per key in every rolling hour, over all instances", async () => {
  let now = 1_800_000_000_000;
  const store = memoryStore(() => now);
  const guarded = guardedSandbox(createToolGuard({ store, now: () => now, repliesPerHour: 3 }));
  const reply = await replying(guarded);
  const other = guardedSandbox(createToolGuard({ store, now: () => now, repliesPerHour: 3 }), {
    rewrite: () => guarded.sandbox.fetch,
  });
  const fromOther = await replying(other);
  expect(outputOf(await reply("1"))["success"]).toBe(true);
  now += 30 * MINUTE;
  expect(outputOf(await fromOther("2"))["success"]).toBe(true);
  expect(outputOf(await reply("3"))["success"]).toBe(true);
  for (const send of [reply, fromOther]) {
    expect(outputOf(await send("4"))["error"]).toMatch(/allows 3 calls of reply_to_email per hour and workspace key/);
  }
  // A person is not asked in vain.
  expect(outputOf(await reply("4", {}))["error"]).toMatch(/are used up/);
  expect(outputOf(await reply("another key", { ...freely, keyId: "key-2" }))["success"]).toBe(true);
  // The first is an hour old, the other two are not.
  now += 30 * MINUTE;
  expect(outputOf(await reply("4"))["success"]).toBe(true);
  expect(outputOf(await reply("5"))["error"]).toMatch(/are used up/);
  now += 30 * MINUTE;
  expect(outputOf(await reply("5"))["success"]).toBe(true);
  expect(guarded.sends()).toBe(6);
});

test("20 replies at once stay within the cap", async () => {
  const guarded = guardedSandbox(createToolGuard({ repliesPerHour: 5 }));
  const reply = await replying(guarded);
  const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
  const states = await Promise.all(texts.map(async (text) => formOf(await reply(text, {})).state));
  const all = await Promise.all(
    texts.map((text, index) => {
      const response = { state: states[index] ?? "", action: "accept" } as const;
      return reply(text, { confirm: { mode: "elicitation", response } });
    }),
  );
  expect(all.filter((result) => outputOf(result)["success"] === true)).toHaveLength(5);
  expect(guarded.writes()).toBe(5);
});

test("a reply that was certainly not sent does not count; one with an open outcome does", async () => {
  const guarded = guardedSandbox(createToolGuard({ repliesPerHour: 1 }));
  const reply = await replying(guarded);
  guarded.sandbox.plan({ operation: "replyToEmail", fault: { kind: "status", status: 402 } });
  expect(outputOf(await reply("1"))["error"]).toMatch(/outcome: rejected/);
  guarded.sandbox.plan({ operation: "replyToEmail", fault: { kind: "drop_after_commit" } });
  expect(outputOf(await reply("2"))["error"]).toMatch(/outcome: unknown/);
  expect(outputOf(await reply("3", {}))["error"]).toMatch(/are used up/);
});

test("a cap of 0 allows none", async () => {
  const guarded = guardedSandbox(createToolGuard({ activationsPerHour: 0 }), { scenario: "outreach" });
  const { items } = await guarded.client.campaigns.list({ limit: 1 });
  const refused = await guarded.call("activate_campaign", { campaign_id: items[0]?.id }, freely);
  expect(outputOf(refused)["error"]).toMatch(/allows 0 calls of activate_campaign/);
  expect(guarded.writes()).toBe(0);
});
