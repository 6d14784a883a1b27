import type { Email } from "@modulex-instantly/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Caller, GuardedSandbox } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { memoryStore } from "../../state/memory-store.ts";
import { createToolGuard } from "../create-tool-guard.ts";

const SECRET = "a secret of the tests, long enough";

async function replyInput({ client }: GuardedSandbox) {
  const { items } = await client.emails.list({ limit: 100 });
  const { id, eaccount, subject } = items.find(({ ue_type }) => ue_type === 2) as Email;
  return {
    reply_to_uuid: id,
    eaccount,
    subject,
    body_text: "Gladly, on Tuesday.",
    body_html: "<p>Gladly, on Tuesday.</p>",
    cc_address_email_list: "jon@outreach.example.com",
  };
}

function accepting(state: string, caller: Caller = {}): Caller {
  return { ...caller, confirm: { mode: "elicitation", response: { state, action: "accept" } } };
}

describe("an approval is valid for exactly one call", () => {
  test("any change of an argument is refused, and nothing is sent", async () => {
    const guarded = guardedSandbox(createToolGuard());
    const input = await replyInput(guarded);
    const change = fc.record({
      field: fc.constantFrom(...Object.keys(input)) as fc.Arbitrary<keyof typeof input>,
      value: fc.oneof(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => ({ replace: text })),
        fc.constantFrom("\u200b", "\u00a0", ".", "\n", "\u202e", "<br>").map((text) => ({ append: text })),
        fc.constant({ upper: true } as const),
        fc.constant({ remove: true } as const),
      ),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ field, value }) => {
        const before = input[field];
        const after =
          "replace" in value
            ? value.replace
            : "append" in value
              ? before + value.append
              : "upper" in value
                ? before.toUpperCase()
                : undefined;
        fc.pre(after !== before);
        const { state } = formOf(await guarded.call("reply_to_email", input));
        const changed = { ...input, [field]: after };
        if (after === undefined) delete changed[field];
        const refused = await guarded.call("reply_to_email", changed, accepting(state));
        expect(refused).toMatchObject({ kind: "result", isError: true });
        expect(outputOf(refused)["success"]).toBe(false);
        expect(guarded.writes()).toBe(0);
      }),
      { numRuns: 120 },
    );
  });

  test("any other letter in the signed state is refused", async () => {
    const guarded = guardedSandbox(createToolGuard());
    const input = await replyInput(guarded);
    const { state } = formOf(await guarded.call("reply_to_email", input));
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~ =+/%"];
    await fc.assert(
      fc.asyncProperty(fc.nat(state.length - 1), fc.constantFrom(...letters), async (at, letter) => {
        fc.pre(state[at] !== letter);
        const forged = state.slice(0, at) + letter + state.slice(at + 1);
        const refused = await guarded.call("reply_to_email", input, accepting(forged));
        expect(outputOf(refused)["error"]).toMatch(/was not issued by this server/);
      }),
      { numRuns: 300 },
    );
    expect(guarded.writes()).toBe(0);
    // None of them has used it up.
    expect(outputOf(await guarded.call("reply_to_email", input, accepting(state)))["success"]).toBe(true);
    expect(guarded.sends()).toBe(1);
  });

  test.each<[string, Caller]>([
    ["another key", { keyId: "key-2" }],
    ["another session", { sessionId: "session-2" }],
    ["no session", { sessionId: undefined }],
  ])("%s is refused", async (_, other) => {
    const guarded = guardedSandbox(createToolGuard());
    const input = await replyInput(guarded);
    const { state } = formOf(await guarded.call("reply_to_email", input));
    const refused = await guarded.call("reply_to_email", input, accepting(state, other));
    expect(outputOf(refused)["error"]).toMatch(/given for another call/);
    expect(guarded.writes()).toBe(0);
  });

  test("another action with the same arguments is refused", async () => {
    const guarded = guardedSandbox(createToolGuard(), { scenario: "outreach" });
    const campaign_id = (await guarded.client.campaigns.list({ limit: 1 })).items[0]?.id;
    const { state } = formOf(await guarded.call("activate_campaign", { campaign_id }));
    const refused = await guarded.call("delete_leads", { campaign_id }, accepting(state));
    expect(outputOf(refused)["error"]).toMatch(/given for another call/);
    expect(guarded.writes()).toBe(0);
  });

  test("the approval of another server is refused, that of another instance is accepted", async () => {
    const store = memoryStore();
    const first = guardedSandbox(createToolGuard({ secret: SECRET, store }));
    const input = await replyInput(first);
    const { state } = formOf(await first.call("reply_to_email", input));
    const foreign = guardedSandbox(createToolGuard({ store }));
    expect(outputOf(await foreign.call("reply_to_email", input, accepting(state)))["error"]).toMatch(/not issued/);
    expect(foreign.writes()).toBe(0);
    const second = guardedSandbox(createToolGuard({ secret: SECRET, store }));
    expect(outputOf(await second.call("reply_to_email", input, accepting(state)))["success"]).toBe(true);
    expect([first.sends(), second.sends()]).toEqual([0, 1]);
  });

  test("it expires", async () => {
    let now = 1_800_000_000_000;
    const guarded = guardedSandbox(createToolGuard({ now: () => now, approvalMs: 60_000 }));
    const input = await replyInput(guarded);
    const { state } = formOf(await guarded.call("reply_to_email", input));
    now += 60_000;
    expect(outputOf(await guarded.call("reply_to_email", input, accepting(state)))["error"]).toMatch(/has expired/);
    expect(guarded.writes()).toBe(0);
  });

  test("posting the approved call again, 20 times at once and later, sends once", async () => {
    let now = 1_800_000_000_000;
    const guarded = guardedSandbox(createToolGuard({ now: () => now, sameCallMs: 1000 }));
    const input = await replyInput(guarded);
    const { state } = formOf(await guarded.call("reply_to_email", input));
    const all = await Promise.all(
      Array.from({ length: 20 }, () => guarded.call("reply_to_email", input, accepting(state))),
    );
    expect(all.filter((result) => outputOf(result)["success"] === true)).toHaveLength(20);
    expect(new Set(all.map((result) => outputOf(result)["id"])).size).toBe(1);
    expect(guarded.writes()).toBe(1);
    // Also when the outcome is no longer remembered.
    now += 2000;
    expect(outputOf(await guarded.call("reply_to_email", input, accepting(state)))["error"]).toMatch(/already used/);
    expect(guarded.writes()).toBe(1);
  });
});
