import { runInNewContext } from "node:vm";
import type { LoggedRequestDetail } from "@modulex-instantly/sandbox";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientText } from "./client-text.ts";
import { curlText, shellWord } from "./curl-text.ts";
import { safeJson } from "./safe-json.ts";

const url = "http://127.0.0.1:4010";

/** A logged request with some fields of its own. */
function logged(fields: Partial<LoggedRequestDetail>): LoggedRequestDetail {
  return {
    number: 7,
    at: "2026-09-07T08:00:00.000Z",
    realTime: "2026-11-28T12:00:00.000Z",
    durationMs: 1,
    operation: "createLead",
    method: "POST",
    path: "/api/v2/leads",
    key: "full",
    workspace: "w",
    status: 200,
    effects: 1,
    effect: "create",
    reason: null,
    query: null,
    body: null,
    sent: { query: null, body: null },
    headers: {},
    responseHeaders: {},
    responseBody: null,
    ...fields,
  };
}

/** The arguments of the call in copied code, evaluated, and the method that is called. */
function calledBy(code: string): { readonly method: string; readonly given: readonly unknown[] } {
  const call = /await instantly\.([\w.]+)\((.*)\)\);\n$/s.exec(code);
  return { method: call?.[1] ?? "", given: runInNewContext(`JSON.stringify([${call?.[2]}])`) };
}

const hostile = `it's "$HOME" \`id\` $(id) \\ \\n !! % {a,b} [x] \u202e\u2028\u0000\n\r\t\u007f \ud800 ü 😀 </script>`;

describe("curl", () => {
  test("has the address, the key as a variable, and the body", () => {
    const body = { email: "ada@kestrel.example.com" };
    expect(curlText(logged({ sent: { query: null, body } }), url)).toBe(
      [
        "# Request 7, createLead, with the key full.",
        `export INSTANTLY_BASE_URL='${url}'`,
        `curl -sS -X POST "$INSTANTLY_BASE_URL"'/api/v2/leads' \\`,
        `  -H "Authorization: Bearer $INSTANTLY_API_KEY" \\`,
        "  -H 'Content-Type: application/json' \\",
        `  --data-raw '{"email":"ada@kestrel.example.com"}'`,
        "",
      ].join("\n"),
    );
  });

  test("sends no key if there was none, the workspace, and each value of a query", () => {
    const text = curlText(
      logged({
        operation: "listCampaign",
        method: "GET",
        path: "/api/v2/campaigns",
        key: "none",
        headers: { "x-as-workspace": "w'2" },
        sent: { query: { search: "a & b's", limit: ["5", "6"] }, body: null },
      }),
      url,
    );
    expect(text).not.toContain("Authorization");
    expect(text).toContain(`'/api/v2/campaigns?search=a+%26+b%27s&limit=5&limit=6'`);
    expect(text).toContain(`-H 'x-as-workspace: w'\\''2'`);
  });

  test("reads a body from the input that is too long for an argument", () => {
    const text = curlText(logged({ sent: { query: null, body: { personalization: "ü".repeat(60_000) } } }), url);
    expect(text).toMatch(/--data-binary @- <<'JSON'\n\{.*\}\nJSON\n$/);
  });

  test("quotes every text as one word", () => {
    expect(shellWord("a'b")).toBe(`'a'\\''b'`);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const word = shellWord(text);
        // Quoted parts, and between them an escaped quote.
        expect(word).toMatch(/^(?:'[^']*'|\\')+$/);
        expect(word.replaceAll(/'([^']*)'|\\(')/g, "$1$2")).toBe(text);
      }),
    );
  });
});

describe("client code", () => {
  test.each([
    [{}, "leads.create", [{}]],
    [{ sent: { query: null, body: { email: hostile, a: { "b-c": [1, null] } } } }, "leads.create", 1],
    [{ operation: "getLead", method: "GET", path: "/api/v2/leads/a%40b" }, "leads.get", ["a@b"]],
    [{ operation: "listLeads", path: "/api/v2/leads/list" }, "leads.list", []],
    [{ operation: "activateCampaign", path: "/api/v2/campaigns/c1/activate" }, "campaigns.activate", ["c1"]],
    [
      { operation: null, method: "GET", path: "/api/v2/accounts/a%20b/x" },
      "request",
      [{ method: "GET", path: "/api/v2/accounts/{value1}/x", params: { value1: "a b" } }],
    ],
  ] as const)("%j calls %s", (fields, method, given) => {
    const request = logged(fields as Partial<LoggedRequestDetail>);
    const called = calledBy(clientText(request, url));
    expect(called.method).toBe(method);
    expect(JSON.parse(called.given as unknown as string)).toEqual(given === 1 ? [request.sent?.body] : given);
  });

  test("has the types of the query that the API read", () => {
    const code = clientText(
      logged({
        operation: "listEmail",
        method: "GET",
        path: "/api/v2/emails",
        query: { limit: 100, is_unread: true, search: "5" },
        sent: { query: { limit: "500", is_unread: "true", search: "5" }, body: null },
      }),
      url,
    );
    expect(JSON.parse(calledBy(code).given as unknown as string)).toEqual([
      { limit: 500, is_unread: true, search: "5" },
    ]);
  });

  test("says that the client refuses a route of another API", () => {
    expect(clientText(logged({ operation: null, path: "/api/v1/x" }), url)).toContain("// The client refuses it");
  });
});

test("no note can end its comment", () => {
  const ignored = ["a\nrm -rf ~", "b\u2028process.exit()"];
  for (const text of [curlText(logged({ ignored }), url), clientText(logged({ ignored }), url)]) {
    expect(text).toMatch(/^(#|\/\/) Left out, because the API ignores it: a rm -rf ~, b process\.exit\(\)\.$/m);
    expect(text).not.toContain("\u2028");
  }
});

test("says what the log does not have", () => {
  const cut = `${"x".repeat(300)}...`;
  expect(curlText(logged({ sent: null, body: { personalization: cut } }), url)).toMatch(
    /# The whole request is not kept.*\n# Not complete: the log has only the beginning of a long text\./,
  );
  expect(curlText(logged({ headers: { "content-length": "5" } }), url)).toContain("# It had a body that is not kept");
  expect(curlText(logged({ sent: { query: null, body: { email: "[key]" } } }), url)).toContain("was replaced by [key]");
  expect(curlText(logged({ operation: null, path: `/api/v2/${"x".repeat(72)}` }), url)).toContain("may be cut off");
});

test("JSON without hidden characters has the same value, also as JavaScript", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = safeJson(value);
      expect(text).not.toMatch(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  const body = { personalization: hostile, custom_variables: JSON.parse('{"__proto__":{"x":1},"a b":"q\\":"}') };
  const code = clientText(logged({ sent: { query: null, body } }), url);
  expect(calledBy(code).given).toBe(JSON.stringify([body]));
});
