import { describe, expect, test } from "vitest";
import { createTestSandbox } from "../../tests/test-sandbox.ts";
import { readFaultPlan } from "./read-fault-plan.ts";

const drop = { kind: "drop_after_commit" };

describe("a fault plan", () => {
  test("accepts an operation id or an action name; default is any operation, once", () => {
    expect(readFaultPlan({ operation: "delete_leads", fault: drop })).toEqual({
      operation: "bulkDeleteLeads",
      times: 1,
      fault: drop,
    });
    expect(readFaultPlan({ operation: "bulkDeleteLeads", times: 3, fault: drop }).operation).toBe("bulkDeleteLeads");
    expect(readFaultPlan({ fault: drop })).toEqual({ operation: "*", times: 1, fault: drop });
  });

  test.each<[unknown, RegExp]>([
    [undefined, /^the fault plan: expected an object, found nothing$/],
    [[], /^the fault plan: expected an object, found \[\]$/],
    [{}, /^fault: expected an object, found nothing$/],
    [{ fault: drop, time: 2 }, /^time is unknown; known are operation, times, fault; did you mean "times"\?$/],
    [{ fault: drop, times: 0 }, /^times: expected a whole number from 1, found 0$/],
    [{ fault: drop, times: "2" }, /^times: expected a whole number from 1, found "2"$/],
    [
      { fault: drop, operation: "reply_to_mail" },
      /^operation: expected "\*" or one of .*; did you mean "reply_to_email"\?$/,
    ],
    [{ fault: drop, operation: 5 }, /^operation: expected .* found 5/],
    [
      { fault: { kind: "dropp_after_commit" } },
      /^fault\.kind: expected one of status, delay, .*; did you mean "drop_after_commit"\?$/,
    ],
    [{ fault: { kind: "toString" } }, /^fault\.kind: expected one of/],
    [{ fault: { kind: "status" } }, /^fault\.status: expected an HTTP status from 200 to 599, found nothing$/],
    [{ fault: { kind: "status", status: 99 } }, /^fault\.status: expected .* found 99$/],
    [
      { fault: { kind: "status", status: 500, afterComit: true } },
      /^fault\.afterComit is unknown; .*did you mean "afterCommit"\?$/,
    ],
    [
      { fault: { kind: "status", status: 429, retryAfter: 2 } },
      /^fault\.retryAfter: expected a Retry-After header value, found 2$/,
    ],
    [
      { fault: { kind: "rate_limit_storm", retryAfter: "1\r\nx-other: 2" } },
      /^fault\.retryAfter: expected a Retry-After header value, found "1\\r\\nx-other: 2"$/,
    ],
    [{ fault: { kind: "delay" } }, /^fault\.delayMs: expected milliseconds from 0 to 600000, found nothing$/],
    [
      { fault: { kind: "delay", delayMs: 5, when: "later" } },
      /^fault\.when: expected "before_commit" or "after_commit", found "later"$/,
    ],
    [{ fault: { ...drop, status: 500 } }, /^fault\.status is unknown; known are kind$/],
  ])("%j is refused, over HTTP too", async (given, message) => {
    expect(() => readFaultPlan(given)).toThrow(message);
    const api = createTestSandbox();
    const response = await api.request("POST /_sandbox/faults", given ?? null);
    expect(response.status).toBe(400);
    if (given !== undefined) expect(response.body["message"]).toMatch(message);
    expect((await api.request("GET /_sandbox/faults")).body).toEqual({ pending: [] });
  });
});
