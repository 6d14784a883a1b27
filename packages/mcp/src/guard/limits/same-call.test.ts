import type { Email } from "@modulex-instantly/client";
import type { Fault } from "@modulex-instantly/sandbox";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GuardedSandbox } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../../tests/mcp/guard/guarded-sandbox.ts";
import { memoryStore } from "../../state/memory-store.ts";
import { createToolGuard } from "../create-tool-guard.ts";

const freely = { confirm: { mode: "not_needed" } } as const;

async function replyInput({ client }: GuardedSandbox, body_text = "Gladly, on Tuesday.") {
  const { items } = await client.emails.list({ limit: 100 });
  const { id, eaccount, subject } = items.find(({ ue_type }) => ue_type === 2) as Email;
  return { reply_to_uuid: id, eaccount, subject, body_text };
}

async function campaignId({ client }: GuardedSandbox): Promise<string> {
  return (await client.campaigns.list({ limit: 1 })).items[0]?.id ?? "";
}

describe("the same call", () => {
  test("returns the first outcome with a note, and sends nothing", async () => {
    const guarded = guardedSandbox(createToolGuard());
    const input = await replyInput(guarded);
    const first = await guarded.callAndAccept("reply_to_email", input);
    const again = await guarded.call("reply_to_email", input);
    expect(outputOf(again)).toEqual(outputOf(first));
    expect(again).toMatchObject({
      kind: "result",
      isError: false,
      note: expect.stringMatching(/Nothing was sent again/),
    });
    expect(guarded.writes()).toBe(1);
  });

  test("at once, 30 times over two instances, is sent once", async () => {
    const store = memoryStore();
    const guarded = guardedSandbox(createToolGuard({ store }));
    const input = await replyInput(guarded);
    const other = createToolGuard({ store });
    const { sandbox } = guarded;
    const second = guardedSandbox(other, { rewrite: () => sandbox.fetch });
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 === 0 ? guarded : second).call("reply_to_email", input, freely),
      ),
    );
    expect(all.every((result) => outputOf(result)["success"])).toBe(true);
    expect(guarded.writes()).toBe(1);
  });

  test("is recognised whatever the order of its arguments, with nulls, blanks and other whitespace", async () => {
    const guarded = guardedSandbox(createToolGuard({ afterMail: "new_contacts" }));
    const lead = { email: "ada@new.example.com", first_name: "Ada", custom_variables: { a: 1, b: "x" } };
    expect(outputOf(await guarded.call("create_lead", lead))["success"]).toBe(true);
    const same = fc.record({
      order: fc.shuffledSubarray(Object.keys(lead), { minLength: 3 }) as fc.Arbitrary<(keyof typeof lead)[]>,
      extra: fc.constantFrom({}, { last_name: null }, { last_name: "" }, { phone: " " }, { list_id: null }),
      email: fc.constantFrom("ada@new.example.com", " ADA@new.example.com", "ada@NEW.example.com\n"),
    });
    await fc.assert(
      fc.asyncProperty(same, async ({ order, extra, email }) => {
        const shuffled = Object.fromEntries(order.map((name) => [name, lead[name]]));
        const again = await guarded.call("create_lead", { ...shuffled, ...extra, email });
        expect(again).toMatchObject({ note: expect.stringMatching(/Nothing was sent again/) });
      }),
      { numRuns: 40 },
    );
    expect(guarded.writes()).toBe(1);
  });

  test("with another key or another text is another call", async () => {
    const guarded = guardedSandbox(createToolGuard({ afterMail: "new_contacts" }));
    await guarded.call("create_lead_list", { name: "Autumn" });
    await guarded.call("create_lead_list", { name: "Winter" });
    await guarded.call("create_lead_list", { name: "Autumn" }, { keyId: "key-2" });
    await guarded.call("create_lead_list", { name: "Autumn" }, { sessionId: "session-2" });
    expect(guarded.writes()).toBe(3);
  });

  test("is made again after the window", async () => {
    let now = 1_800_000_000_000;
    const guarded = guardedSandbox(createToolGuard({ now: () => now, sameCallMs: 60_000 }));
    await guarded.call("create_lead_list", { name: "Autumn" });
    now += 59_999;
    await guarded.call("create_lead_list", { name: "Autumn" });
    expect(guarded.writes()).toBe(1);
    now += 60_000;
    await guarded.call("create_lead_list", { name: "Autumn" });
    expect(guarded.writes()).toBe(2);
  });

  test("is made again after a failure without effect", async () => {
    const guarded = guardedSandbox(createToolGuard());
    for (const status of [400, 429, 402]) {
      guarded.sandbox.plan({ operation: "createLeadList", fault: { kind: "status", status } });
      expect(outputOf(await guarded.call("create_lead_list", { name: "Autumn" }))["success"]).toBe(false);
    }
    expect(outputOf(await guarded.call("create_lead_list", { name: "Autumn" }))["success"]).toBe(true);
    expect(guarded.sandbox.journal().operations.createLeadList.committed).toBe(1);
  });

  test("an update is repeated after another update of the same campaign", async () => {
    const guarded = guardedSandbox(createToolGuard(), { scenario: "outreach" });
    const campaign_id = await campaignId(guarded);
    for (const daily_limit of [10, 10, 20, 10]) await guarded.call("patch_campaign", { campaign_id, daily_limit });
    expect(guarded.writes()).toBe(3);
    expect((await guarded.client.campaigns.list({ limit: 1 })).items[0]?.daily_limit).toBe(10);
  });
});

describe("an answer lost after a send", () => {
  const lost: Fault[] = [
    { kind: "drop_after_commit" },
    { kind: "status", status: 500, afterCommit: true },
    { kind: "status", status: 504, afterCommit: true },
    { kind: "html_page", afterCommit: true },
    { kind: "truncated_body" },
  ];

  test.each(lost)(
    "$kind $status: the outcome is open, with the tool that settles it, and nothing is sent again",
    async (fault) => {
      let now = 1_800_000_000_000;
      const guarded = guardedSandbox(createToolGuard({ now: () => now }));
      const input = await replyInput(guarded);
      guarded.sandbox.plan({ operation: "replyToEmail", fault });
      const first = await guarded.callAndAccept("reply_to_email", input);
      expect(outputOf(first)["success"]).toBe(false);
      expect(outputOf(first)["error"]).toMatch(
        /outcome: (unknown|applied_unverified); do not retry, .*check with list_emails/,
      );
      expect(guarded.sends()).toBe(1);
      // A host that retries, a model that tries again, and one that tries again hours later.
      for (const later of [0, 1000, 3_600_000, 20 * 3_600_000]) {
        now += later;
        for (const caller of [{}, freely, { confirm: { mode: "two_step" } }, { confirm: { mode: "none" } }] as const) {
          const again = await guarded.call("reply_to_email", input, caller);
          expect(outputOf(again)["error"]).toBe(outputOf(first)["error"]);
          expect(again).toMatchObject({ isError: true, note: expect.stringMatching(/its outcome is open/) });
        }
        if (later > 1000) break;
      }
      expect(guarded.writes()).toBe(1);
    },
  );

  test("a process that ends in the middle of a send leaves an unknown outcome", async () => {
    let now = 1_800_000_000_000;
    const store = memoryStore(() => now);
    const dying = guardedSandbox(createToolGuard({ store, now: () => now }), {
      rewrite: (fetch) => async (input, init) => {
        const request = new Request(input, init);
        // The reply is sent, and its process never hears of it.
        if (request.url.endsWith("/emails/reply")) await fetch(request).then(() => new Promise(() => undefined));
        return fetch(request);
      },
    });
    const input = await replyInput(dying);
    const { state } = formOf(await dying.call("reply_to_email", input));
    const confirm = { mode: "elicitation", response: { state, action: "accept" } } as const;
    void dying.call("reply_to_email", input, { confirm });
    await expect.poll(() => dying.sends()).toBe(1);
    const { sandbox } = dying;
    const next = guardedSandbox(createToolGuard({ store, now: () => now }), { rewrite: () => sandbox.fetch });
    now += 200_000;
    const reworded = await next.call("reply_to_email", { ...input, body_text: "In other words." }, freely);
    expect(outputOf(reworded)["error"]).toMatch(/may have been sent: check with list_emails first/);
    const again = await next.call("reply_to_email", input);
    expect(outputOf(again)["error"]).toMatch(
      /its outcome was lost \(outcome: unknown; do not retry, it may have happened: check with list_emails\)/,
    );
    expect(dying.writes()).toBe(1);
  });
});

describe("another reply to the same email", () => {
  test("after an open outcome is refused without a person, and a person is told", async () => {
    const guarded = guardedSandbox(createToolGuard());
    guarded.sandbox.plan({ operation: "replyToEmail", fault: { kind: "drop_after_commit" } });
    await guarded.call("reply_to_email", await replyInput(guarded), freely);
    expect(guarded.sends()).toBe(1);
    const inOtherWords = await replyInput(guarded, "With pleasure, on Tuesday.");
    const refused = await guarded.call("reply_to_email", inOtherWords, freely);
    expect(outputOf(refused)["error"]).toMatch(
      /may have been sent: check with list_emails first.*A person has to decide/,
    );
    expect(formOf(await guarded.call("reply_to_email", inOtherWords)).message).toMatch(
      /Note: A reply .* may have been sent/,
    );
    expect(guarded.writes()).toBe(1);
  });

  test("after one that was sent says so to the person", async () => {
    const guarded = guardedSandbox(createToolGuard());
    await guarded.callAndAccept("reply_to_email", await replyInput(guarded));
    const { message } = formOf(await guarded.call("reply_to_email", await replyInput(guarded, "One more thing.")));
    expect(message).toMatch(/Note: A reply to this email was already sent 1 min ago\./);
  });

  test("after one that was rejected is as the first", async () => {
    const guarded = guardedSandbox(createToolGuard());
    guarded.sandbox.plan({ operation: "replyToEmail", fault: { kind: "status", status: 402 } });
    await guarded.callAndAccept("reply_to_email", await replyInput(guarded));
    const { message } = formOf(await guarded.call("reply_to_email", await replyInput(guarded, "One more thing.")));
    expect(message).not.toContain("Note:");
  });
});
