import { describe, expect, test } from "vitest";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import type { ApiRequest } from "./api-request.ts";

function clientOf() {
  const { fetch, requests } = scriptedFetch(respondWith({}));
  return { client: createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false }), requests };
}

const accounts = { method: "GET", path: "/api/v2/accounts" } as const;

describe("a request that is rejected before anything is sent", () => {
  const wrong: Readonly<Record<string, readonly [unknown, RegExp]>> = {
    "no request": [undefined, /request must be an object/],
    "another method": [{ ...accounts, method: "HEAD" }, /method must be one of GET, POST, PUT, PATCH, DELETE/],
    "an unknown field": [{ ...accounts, headers: {} }, /request\.headers is not an option: use method, path/],
    "an unknown effect": [{ ...accounts, effect: "write" }, /effect must be one of read, create/],
    "a GET with a body": [{ ...accounts, body: {} }, /a GET has no body: use query/],
    "a query that is a string": [{ ...accounts, query: "limit=1" }, /query must be an object/],
    "a value no query can hold": [{ ...accounts, query: { search: {} } }, /search must be a string/],
    "a body that is no object": [{ method: "POST", path: "/api/v2/x", body: "a" }, /the body must be an object/],
    "a missing value": [
      { ...accounts, path: "/api/v2/accounts/{email}" },
      /params\.email is missing: the path has \{email\}/,
    ],
    "a value of the prototype": [
      { ...accounts, path: "/api/v2/{toString}", params: {} },
      /params\.toString is missing/,
    ],
    "a value too many": [
      { ...accounts, params: { id: "1" } },
      /params\.id is not in the path, which has no placeholder/,
    ],
    "params that are a list": [{ ...accounts, params: ["1"] }, /params must be an object/],
    "params that are a map": [{ ...accounts, params: new Map([["id", "1"]]) }, /params must be .* an instance of Map/],
    "a query that is URLSearchParams": [
      { ...accounts, query: new URLSearchParams("limit=1") },
      /query must be an object of .*, received an instance of URLSearchParams/,
    ],
    "a query that is a map": [{ ...accounts, method: "DELETE", query: new Map([["id", "1"]]) }, /query must be/],
    "a form": [{ method: "POST", path: "/api/v2/x", body: new FormData() }, /the body must be an object of fields/],
    "a wrong option": [{ ...accounts, priority: "low" }, /priority must be "interactive" or "bulk"/],
  };
  const paths = [
    "",
    "/",
    "accounts",
    "/accounts",
    "/api/v1/accounts",
    "/api/v2",
    "/api/v2/",
    "/api/v2//accounts",
    "/api/v2/accounts/",
    "/api/v2/../v1/keys",
    "/api/v2/a/./b",
    "/api/v2/..",
    "/api/v2/%2e%2e/keys",
    "/api/v2/a?limit=1",
    "/api/v2/a#b",
    "/api/v2/a\\b",
    "/api/v2/a b",
    "/api/v2/a\n",
    "//evil.example/api/v2/a",
    "https://evil.example/api/v2/a",
    "/api/v2/{a b}",
    "/api/v2/x{id}",
    "/api/v2@evil.example/a",
    7,
    null,
    {},
  ];
  const values = [
    "",
    ".",
    "..",
    "a/b",
    "a\\b",
    "%2e%2e",
    "a?b",
    "a#b",
    "a b",
    "a\n",
    "\u200b",
    "x".repeat(257),
    null,
    {},
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    undefined,
  ];

  test.each([
    ...Object.entries(wrong).map(([name, [request, message]]) => [name, request, message] as const),
    ...paths.map(
      (path) => [`the path ${JSON.stringify(path)}`, { method: "GET", path }, /path must be a path below/] as const,
    ),
    ...values.map(
      (id) =>
        [
          `the value ${typeof id === "number" ? id : JSON.stringify(id)}`,
          { ...accounts, path: "/api/v2/a/{id}", params: { id } },
          /params\.id (must|is missing)/,
        ] as const,
    ),
  ])("%s", async (_, request, message) => {
    const { client, requests } = clientOf();
    const error = await client.request(request as ApiRequest).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "invalid_request",
      outcome: "not_sent",
      message: expect.stringMatching(message),
    });
    expect(requests).toEqual([]);
  });

  test("a field that cannot be read", async () => {
    const { client, requests } = clientOf();
    const hostile = new Proxy(
      { ...accounts },
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    await expect(client.request(hostile)).rejects.toMatchObject({ code: "invalid_request" });
    expect(requests).toEqual([]);
  });
});
