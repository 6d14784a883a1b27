import { actions, bindActions, checkCredential, runAction } from "@modulex-instantly/actions";
import { createInstantlyClient } from "@modulex-instantly/client";
import { describe, expect, test } from "vitest";
import { testKey } from "../contract/test-key.ts";
import { everyAction } from "./every-action.ts";
import { stub } from "./stub.ts";

// The error text for an agent: which action failed, why, and after how long.

describe.each(everyAction)("$name", ({ name, input }) => {
  test.each([{ apiKey: "" }, { apiKey: " \t" }, { apiKey: "\u200b" }, { apiKey: undefined }, { apiKey: null }, {}])(
    "the error for an empty key names the action and the environment variable: %j",
    async (context) => {
      expect((await runAction(name, input, context as never)).error).toBe(
        `${name}: apiKey is empty: pass an Instantly V2 API key, for example from the environment variable INSTANTLY_API_KEY (invalid_config, outcome: not_sent; do not retry)`,
      );
    },
  );

  test.each([
    { apiKey: "a b" },
    { apiKey: 5 },
    { apiKey: testKey, fetch: 5 },
    { apiKey: testKey, baseUrl: "x" },
    null,
    { client: 5 },
  ])("the error for an invalid context names the action: %j", async (context) => {
    const { error } = await runAction(name, input, context as never);
    expect(error).toMatch(new RegExp(`^${name}: [^\\n]+ \\(invalid_config, outcome: not_sent; do not retry\\)$`));
    expect(error?.split(`${name}: `)).toHaveLength(2);
  });

  test.each(["", " ", "\n\t", "\u200b", "\ufeff \u00ad", " ".repeat(600)])(
    "a blank message from the API does not leave the start of the error empty: %j",
    async (message) => {
      for (const body of [{ message }, { error: message }, { message, error: message }]) {
        const { client } = stub(() => Response.json(body, { status: 400 }));
        const { error } = await runAction(name, input, { client });
        expect(error).toBe(`${name}: rejected (HTTP 400) (bad_request, HTTP 400, outcome: rejected; do not retry)`);
      }
    },
  );

  test("leading white space of a message is removed", async () => {
    const { client } = stub(() => Response.json({ message: `${" ".repeat(600)}not\n today` }, { status: 400 }));
    expect((await runAction(name, input, { client })).error).toMatch(/^not today \(bad_request/);
  });

  test("the error for a timeout has the duration of the whole call and the number of attempts", async () => {
    const { client } = stub(() => new Promise<Response>(() => undefined));
    const { error } = await runAction(name, input, { client, timeouts: { readAttemptMs: 15, writeAttemptMs: 15 } });
    const whole = /no complete response within 15 ms; the whole call took (\d+) ms, 1 attempt \(timeout/.exec(
      error ?? "",
    );
    expect(error).toMatch(new RegExp(`^${name}: `));
    expect(Number(whole?.[1])).toBeGreaterThanOrEqual(14);
  });
});

test("a timeout after retries counts all attempts, with or without a message from the API", async () => {
  const { fetch } = stub(() => new Promise<Response>(() => undefined));
  const client = createInstantlyClient({
    apiKey: testKey,
    fetch,
    retry: { baseDelayMs: 1, minDelayMs: 1, maxRetries: 2 },
  });
  const { error } = await runAction("list_leads", {}, { client, timeouts: { readAttemptMs: 15 } });
  expect(error).toMatch(
    /^list_leads: no complete response within 15 ms; the whole call took \d+ ms, 3 attempts \(timeout, /,
  );
  const { client: slow } = stub(() => Response.json({ message: "too slow" }, { status: 408 }));
  expect((await runAction("list_leads", {}, { client: slow })).error).toMatch(
    /^too slow; the whole call took \d+ ms, 1 attempt \(timeout, HTTP 408, /,
  );
});

test("checkCredential and bound actions also name the action", async () => {
  expect((await checkCredential({})).error).toMatch(/^list_campaigns: apiKey is empty: .*INSTANTLY_API_KEY/);
  expect((await bindActions({ apiKey: "" }).get_lead({ lead_id: "x" })).error).toMatch(/^get_lead: apiKey is empty/);
  expect((await actions.list_emails.run({}, { apiKey: "" })).error).toMatch(/^list_emails: apiKey is empty/);
});
