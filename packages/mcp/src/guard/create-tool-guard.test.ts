import type { Action, ActionWait } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import type { Email } from "@modulex-instantly/client";
import { createRateLimiter } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import type { GuardedSandbox } from "../../../../tests/mcp/guard/guarded-sandbox.ts";
import { formOf, guardedSandbox, outputOf } from "../../../../tests/mcp/guard/guarded-sandbox.ts";
import { memoryStore } from "../state/memory-store.ts";
import { createToolGuard } from "./create-tool-guard.ts";
import type { ToolGuardOptions } from "./guard-options.ts";
import type { GuardedResult } from "./tool-guard.ts";

function open(options: ToolGuardOptions = {}, sandbox: Parameters<typeof guardedSandbox>[1] = {}): GuardedSandbox {
  return guardedSandbox(createToolGuard(options), sandbox);
}

async function receivedEmail({ client }: GuardedSandbox): Promise<Email> {
  const { items } = await client.emails.list({ limit: 100 });
  const found = items.find(({ ue_type, lead }) => ue_type === 2 && lead?.startsWith("reply+interested"));
  if (!found) throw new Error("the scenario has no reply");
  return found;
}

async function reply(guarded: GuardedSandbox, body_text = "Gladly. Does Tuesday suit you?") {
  const { id, eaccount, subject } = await receivedEmail(guarded);
  return { reply_to_uuid: id, eaccount, subject, body_text };
}

async function campaignId({ client }: GuardedSandbox): Promise<string> {
  return (await client.campaigns.list({ limit: 1 })).items[0]?.id ?? "";
}

/** The errors of the schema that an output has. */
function schemaIssues(name: keyof typeof actions, result: GuardedResult): unknown {
  const validated = (actions[name] as Action).outputSchema["~standard"].validate(outputOf(result));
  return "then" in validated ? "asynchronous" : validated.issues;
}

describe("a reply", () => {
  test("is shown to a person with its recipient, account, subject and text, and sent once after they accept", async () => {
    const guarded = open();
    const input = await reply(guarded);
    const first = await guarded.call("reply_to_email", input);
    const { message } = formOf(first);
    expect(message).toContain("To: reply+interested@brightlane.example.com");
    expect(message).toContain(`From account: ${input.eaccount}`);
    expect(message).toContain(`Subject: ${input.subject}`);
    expect(message).toContain("Text: Gladly. Does Tuesday suit you?");
    expect(guarded.writes()).toBe(0);
    const second = await guarded.callAndAccept("reply_to_email", input);
    expect(outputOf(second)).toMatchObject({ success: true, error: null });
    expect(guarded.sends()).toBe(1);
    expect(guarded.sandbox.outbox().at(-1)).toMatchObject({
      by: "reply",
      to: ["reply+interested@brightlane.example.com"],
      text: expect.stringContaining("Does Tuesday suit you?"),
    });
  });

  test.each(["decline", "cancel"] as const)("is not sent after %s, and the approval is used up", async (action) => {
    const guarded = open();
    const input = await reply(guarded);
    const { state } = formOf(await guarded.call("reply_to_email", input));
    const declined = await guarded.call("reply_to_email", input, {
      confirm: { mode: "elicitation", response: { state, action } },
    });
    expect(declined).toMatchObject({ kind: "result", isError: true });
    expect(outputOf(declined)["error"]).toMatch(/the person (declined|closed)/);
    expect(schemaIssues("reply_to_email", declined)).toBeUndefined();
    const replayed = await guarded.call("reply_to_email", input, {
      confirm: { mode: "elicitation", response: { state, action: "accept" } },
    });
    expect(outputOf(replayed)["error"]).toMatch(/already used/);
    expect(guarded.writes()).toBe(0);
  });

  test("is refused where nobody can be asked, and says why", async () => {
    const guarded = open();
    const refused = await guarded.call("reply_to_email", await reply(guarded), { confirm: { mode: "none" } });
    expect(refused).toMatchObject({ kind: "result", isError: true });
    expect(outputOf(refused)["error"]).toMatch(/A person has to agree first.*elicitation.*\(outcome: not_sent\)$/);
    expect(guarded.writes()).toBe(0);
  });

  test("to an email that nobody can find is refused", async () => {
    const guarded = open();
    const input = { ...(await reply(guarded)), reply_to_uuid: "01a07ae2-0000-7000-8000-000000000000" };
    const refused = await guarded.call("reply_to_email", input);
    expect(outputOf(refused)["error"]).toMatch(/nobody can see who would be mailed: list it with list_emails/);
    expect(guarded.writes()).toBe(0);
  });
});

describe("two steps", () => {
  const twoStep = { mode: "two_step" } as const;

  test("the first returns a fenced preview and sends nothing, the second sends once", async () => {
    const guarded = open();
    const input = await reply(guarded);
    const first = await guarded.call("reply_to_email", input, { confirm: twoStep });
    expect(first).toMatchObject({ kind: "result", isError: false });
    const text = first.kind === "result" ? (first.text ?? "") : "";
    expect(text).toContain("To: reply+interested@brightlane.example.com");
    expect(outputOf(first)["error"]).toBe(text);
    expect(schemaIssues("reply_to_email", first)).toBeUndefined();
    expect(guarded.writes()).toBe(0);
    const token = /^[\w.~-]{80,200}$/m.exec(text)?.[0];
    const second = await guarded.call("reply_to_email", input, { confirm: { ...twoStep, token } });
    expect(outputOf(second)).toMatchObject({ success: true });
    expect(guarded.sends()).toBe(1);
  });

  test.each(["yes", "true", "confirmed", "x".repeat(10_000), "a.b.c"])(
    "a made-up token %j sends nothing",
    async (token) => {
      const guarded = open();
      const refused = await guarded.call("reply_to_email", await reply(guarded), { confirm: { ...twoStep, token } });
      expect(outputOf(refused)["error"]).toMatch(/was not issued by this server/);
      expect(guarded.writes()).toBe(0);
    },
  );

  test("a token cannot be made of the state of a form, nor the other way round", async () => {
    const guarded = open();
    const input = await reply(guarded);
    const { state } = formOf(await guarded.call("reply_to_email", input));
    const refused = await guarded.call("reply_to_email", input, { confirm: { ...twoStep, token: state } });
    expect(outputOf(refused)["error"]).toMatch(/given for another call/);
    expect(guarded.writes()).toBe(0);
  });
});

test("a failed read of the preview sends nothing", async () => {
  const guarded = open({}, { scenario: "outreach" });
  const campaign_id = await campaignId(guarded);
  guarded.sandbox.plan({ operation: "listCampaign", times: 9, fault: { kind: "status", status: 500 } });
  const refused = await guarded.call("activate_campaign", { campaign_id });
  expect(outputOf(refused)["error"]).toMatch(/nothing was sent, because what it would do could not be read/);
  expect(guarded.writes()).toBe(0);
});

test("a preview that waits for the rate limit reports it, and ends when the call is cancelled", async () => {
  const rateLimiter = createRateLimiter({ store: { take: async () => 60_000, pause: () => undefined } });
  const guarded = open({}, { rateLimiter });
  const cancelled = new AbortController();
  const input = {
    reply_to_uuid: "01a07ae2-826c-7000-a2f4-74ad49a4c5c9",
    eaccount: "a@b.test",
    subject: "Hi",
    body_text: "Hi",
  };
  const waits: unknown[] = [];
  const onWait = (wait: ActionWait) => {
    waits.push(wait);
    cancelled.abort();
  };
  const refused = await guarded.call("reply_to_email", input, { onWait, signal: cancelled.signal });
  expect(waits).toEqual([{ action: "reply_to_email", reason: "rate_limit", waitMs: null, attempts: 0 }]);
  expect(outputOf(refused)["error"]).toMatch(/the call was cancelled before anything was sent/);
});

test("a store that fails refuses writes without naming its host, and reads go on", async () => {
  const failing = Object.fromEntries(
    Object.keys(memoryStore()).map((name) => [name, () => Promise.reject(new Error("connect redis.internal:6379"))]),
  );
  const guarded = open({ store: failing as unknown as ReturnType<typeof memoryStore> });
  const refused = await guarded.call("create_lead_list", { name: "Autumn" });
  expect(outputOf(refused)["error"]).toMatch(/nothing was sent, because the store of this server failed/);
  expect(JSON.stringify(refused)).not.toContain("redis.internal");
  expect(outputOf(await guarded.call("list_emails", {}))).toMatchObject({ success: true });
  expect(guarded.writes()).toBe(0);
});

test.each<[string, ToolGuardOptions, RegExp]>([
  ["a short secret", { secret: "short" }, /^secret: expected at least 32 characters/],
  ["a negative cap", { repliesPerHour: -1 }, /^repliesPerHour: expected a whole number from 0 to 1000, received -1/],
  ["a fraction", { deletesPerCall: 1.5 }, /^deletesPerCall: /],
  ["an unknown policy", { afterMail: "never" as "every_write" }, /^afterMail: expected every_write or new_contacts/],
])("%s is an error", (_, options, message) => {
  expect(() => createToolGuard(options)).toThrow(message);
});
