import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callMethod, methodOf } from "../../../../tests/client/call-method.ts";
import { scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { anySuccess, operationIds, operationRows } from "../../../../tests/operations.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import { operations } from "../operations/operations.gen.ts";
import { assertSafePathId } from "./path-id.ts";

const fragments = [
  "..",
  ".",
  "/",
  "\\",
  "%2e",
  "%2E%2e",
  "%2f",
  "%5c",
  "%00",
  "\0",
  "\t",
  "\n",
  "\r",
  "?",
  "#",
  ";",
  "@",
  ":",
];
const id = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map((parts) => parts.join("")),
  fc.string({ unit: fc.constantFrom(..."aZ09_-.@+"), maxLength: 140 }),
  fc.uuid(),
);

describe("checkedPathId", () => {
  test.each(["019a2b3c-4d5e-6f70-8192-a3b4c5d6e7f8", "a", "A.b", "..a", "me+you@example.com", "x".repeat(128)])(
    "takes %j",
    (given) => {
      expect(decodeURIComponent(assertSafePathId(given))).toBe(given);
    },
  );

  test.each([
    "",
    ".",
    "..",
    "...",
    "a/b",
    "a\\b",
    "%2e%2e",
    "a b",
    "a?b",
    "a#b",
    "a\0",
    "a\n",
    "\ta",
    "é",
    "x".repeat(129),
    undefined,
    null,
    5,
    {},
    [],
    ["a"],
    { toString: () => "a" },
  ])("rejects %j and names the field", (given) => {
    expect(() => assertSafePathId(given)).toThrow(/\bid\b/);
    expect(() => assertSafePathId(given)).toThrow(
      expect.toSatisfy((error) => isInstantlyError(error, "invalid_request") && error.outcome === "not_sent"),
    );
  });

  test("10,000 ids of any kind never change the route, through resources and through .raw", async () => {
    const scripted = scriptedFetch(() => Response.json(anySuccess));
    const client = createInstantlyClient({ apiKey: "key", fetch: scripted.fetch, rateLimiter: false });
    const withId = operationIds.filter((each) => operations[each].pathTemplate.includes("{id}"));
    const uses = withId.flatMap((each) => {
      const operation = operations[each];
      const { input } = operationRows[each];
      const raw = methodOf(client, `raw.${operation.method}`);
      return [
        { operation, call: (given: string) => callMethod(client, each, { id: given, ...(input && { input }) }) },
        {
          operation,
          call: async (given: string) =>
            raw(operation.pathTemplate, { params: { path: { id: given } }, ...(input && { body: input }) }),
        },
      ];
    });
    expect(uses.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(id, fc.constantFrom(...uses), async (given, { operation, call }) => {
        scripted.requests.length = 0;
        const refusal = await call(given).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (refusal !== undefined) {
          expect(isInstantlyError(refusal, "invalid_request")).toBe(true);
          expect(scripted.requests).toEqual([]);
          return;
        }
        const [request] = scripted.requests;
        const segments = request?.url.pathname.split("/") ?? [];
        const wanted = operation.pathTemplate.split("/");
        const routed = segments.map((segment, index) => (wanted[index] === "{id}" ? "{id}" : segment)).join("/");
        expect(
          `${request?.init.method} ${request?.url.origin}${routed}${request?.url.search}${request?.url.hash}`,
        ).toBe(`${operation.method} https://api.instantly.ai${operation.pathTemplate}`);
        expect(decodeURIComponent(segments[wanted.indexOf("{id}")] ?? "")).toBe(given);
      }),
      seeded("path ids", 10_000),
    );
  });
});
