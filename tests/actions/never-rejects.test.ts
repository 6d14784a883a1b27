import type { ActionResult } from "@modulex-instantly/actions";
import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// Any response of the API leads to a value that satisfies the result schema, with a one-line error that an agent can
// act on.

const page = "<!DOCTYPE html><html><body>Bad gateway</body></html>";
const errorResponse = (status: number, message: string) => () =>
  Response.json({ statusCode: status, error: "x", message }, { status });
const text = (status: number, body: string | null, type = "text/plain") => {
  return () => new Response(body, { status, headers: { "content-type": type } });
};

interface ApiResponse {
  readonly what: string;
  readonly respond: () => Response;
  readonly code: string;
  readonly status: number;
  /** The outcomes of a read and of a write. */
  readonly outcomes: readonly [read: string, write: string];
}

const rejected = ["rejected", "rejected"] as const;
const open = ["none", "unknown"] as const;
const unread = ["none", "applied_unverified"] as const;
const responses: readonly ApiResponse[] = [
  { what: "400", respond: errorResponse(400, "no"), code: "bad_request", status: 400, outcomes: rejected },
  { what: "401", respond: errorResponse(401, "no"), code: "unauthorized", status: 401, outcomes: rejected },
  { what: "402", respond: errorResponse(402, "no"), code: "payment_required", status: 402, outcomes: rejected },
  { what: "403", respond: errorResponse(403, "no"), code: "forbidden", status: 403, outcomes: rejected },
  { what: "403 as a page", respond: text(403, page, "text/html"), code: "edge_error", status: 403, outcomes: rejected },
  { what: "404", respond: errorResponse(404, "no"), code: "not_found", status: 404, outcomes: rejected },
  { what: "408", respond: errorResponse(408, "no"), code: "timeout", status: 408, outcomes: open },
  { what: "429", respond: errorResponse(429, "no"), code: "rate_limited", status: 429, outcomes: rejected },
  { what: "500", respond: errorResponse(500, "no"), code: "server_error", status: 500, outcomes: open },
  { what: "an empty 502", respond: text(502, ""), code: "server_error", status: 502, outcomes: open },
  { what: "502 as a page", respond: text(502, page, "text/html"), code: "server_error", status: 502, outcomes: open },
  { what: "503 with an array", respond: text(503, "[]"), code: "server_error", status: 503, outcomes: open },
  { what: "a redirect", respond: text(302, ""), code: "unexpected_redirect", status: 302, outcomes: open },
  { what: "200 that is not JSON", respond: text(200, "OK"), code: "invalid_response", status: 200, outcomes: unread },
  { what: "200 as a page", respond: text(200, page), code: "invalid_response", status: 200, outcomes: open },
  { what: "an empty 200", respond: text(200, ""), code: "invalid_response", status: 200, outcomes: unread },
  { what: "204", respond: text(204, null), code: "invalid_response", status: 204, outcomes: unread },
  { what: "200 with null", respond: text(200, "null"), code: "invalid_response", status: 200, outcomes: unread },
  { what: "200 with an array", respond: text(200, "[]"), code: "invalid_response", status: 200, outcomes: unread },
  { what: "200 cut off", respond: text(200, '{"id": "a'), code: "invalid_response", status: 200, outcomes: unread },
  {
    what: "200 with an error",
    respond: () => Response.json({ error: "Lead not found" }),
    code: "invalid_response",
    status: 200,
    outcomes: open,
  },
];

describe.each(everyAction)("$name", ({ name, input }) => {
  const isRead = actions[name].effect === "read";

  test.each(responses)("$what", async ({ respond, code, status, outcomes }) => {
    const { client, requests } = stub(respond);
    const told: ActionResult[] = [];
    const result = await runAction(name, input, { client, onResult: (event) => told.push(event) });
    const outcome = outcomes[isRead ? 0 : 1];
    expect(result.success).toBe(false);
    expect(result.error).toMatch(new RegExp(`^[^\\n]+ \\(${code}, HTTP ${status}, outcome: ${outcome}; [^\\n]+\\)$`));
    expect(resultProblems(name, result)).toEqual([]);
    expect(requests()).toBe(1);
    expect(told).toEqual([
      {
        action: name,
        success: false,
        code,
        status,
        outcome,
        retryable: expect.any(Boolean),
        retryAfterMs: status === 429 ? told[0]?.retryAfterMs : null,
        attempts: 1,
        durationMs: expect.any(Number),
      },
    ]);
  });

  test("every key except success and error is null or an empty list", async () => {
    const { client } = stub(errorResponse(404, "no"));
    const { success: _, error: __, ...rest } = await runAction(name, input, { client });
    for (const [key, value] of Object.entries(rest)) expect([null, []], `${name}.${key}`).toContainEqual(value);
  });

  test("the API's message comes first, on one line", async () => {
    const { client } = stub(errorResponse(404, "first line\r\nsecond\u2028third\tfourth"));
    const { error } = await runAction(name, input, { client });
    expect(error).toMatch(/^first line\s?/);
    expect(error).not.toMatch(/[\r\n\u2028\u2029]/);
  });

  test("without a message from the API, the action is named, not a method of the client", async () => {
    const { error } = await runAction(name, input, { client: stub(text(502, "")).client });
    expect(error).toMatch(new RegExp(`^${name}: `));
    for (const word of [actions[name].http.operation, "leads.list", "emails.list"]) expect(error).not.toContain(word);
  });

  test("a retry is only advised if it is safe", async () => {
    const adviceAfter = async (respond: () => Response) =>
      (await runAction(name, input, { client: stub(respond).client })).error;
    expect(await adviceAfter(errorResponse(404, "no"))).toMatch(/; do not retry\)$/);
    expect(await adviceAfter(errorResponse(429, "no"))).toMatch(/; (may be retried|retry after \d+ ms)\)$/);
    expect(await adviceAfter(errorResponse(500, "no"))).toMatch(
      isRead
        ? /; may be retried\)$/
        : new RegExp(`; do not retry, it may have happened: check with list_${actions[name].category}\\)$`),
    );
  });
});
