import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { isParsable, openLevels } from "./json-nesting.ts";

const MIB = 2 ** 20;
const nested = (levels: number, open = "[", close = "]") => open.repeat(levels) + close.repeat(levels);

/** The reference: how deep a value nests. */
function levelsOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(levelsOf));
}

describe("isParsable", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    ["1,000 levels", nested(1_000)],
    ["1,000 levels of objects", `${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}`],
    ["brackets in a text", JSON.stringify({ text: "[".repeat(5_000) })],
    ["brackets behind an escaped quote", JSON.stringify({ text: `"\\"${"[{".repeat(5_000)}` })],
    ["brackets behind a backslash that ends a text", `["\\\\",${JSON.stringify("[".repeat(5_000))}]`],
    ["many short lists", `[${"[],".repeat(100_000)}[]]`],
    ["400,001 items", JSON.stringify(Array.from({ length: 400_001 }, (_, index) => ({ id: `item-${index}` })))],
    ["a text of 24 MiB", JSON.stringify("x".repeat(24 * MIB))],
    ["a text of 24 MiB that does not end", `["${"x".repeat(24 * MIB)}`],
    ["a text of escaped quotes", `["${'\\"'.repeat(4 * MIB)}"]`],
    ["a number of 8 million digits", `[${"1".repeat(8_000_000)}]`],
    ["8 MiB of whitespace", `${" ".repeat(8 * MIB)}{}`],
  ])("takes %s", (_, text) => {
    expect(isParsable(text)).toBe(true);
  });

  test.each<[string, string]>([
    ["1,001 levels", nested(1_001)],
    ["1,001 levels of objects", `${'{"a":'.repeat(1_001)}1${"}".repeat(1_001)}`],
    ["levels of both kinds", nested(501, '[{"a":', "}]")],
    ["levels apart from each other", `${'["x", 1, {"a" : '.repeat(501)}1${"}]".repeat(501)}`],
    ["levels behind a wide list", `[${"[],".repeat(10_000)}${nested(1_000)}]`],
    ["levels in whitespace", nested(1_001, "[ \n\t", " ]")],
    ["32 MiB of brackets", "[".repeat(32 * MIB)],
    ["a million empty lists", `[${"[],".repeat(MIB)}1]`],
    ["a million empty objects", `[${"{},".repeat(MIB)}1]`],
    ["a million and more numbers", `[${"1,".repeat(MIB + 1)}1]`],
    ["a million names", `{${Array.from({ length: MIB + 1 }, (_, index) => `"${index}":0`).join(",")}}`],
    ["a million times one name", `{${'"a":1,'.repeat(MIB + 1)}"a":1}`],
  ])("rejects %s", (_, text) => {
    expect(isParsable(text)).toBe(false);
  });

  test("counts the levels of any JSON text as a parser does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.nat(20), fc.constantFrom(undefined, 2), (value, around, indent) => {
        let text = JSON.stringify(value, undefined, indent);
        for (let level = 0; level < around; level += 1) text = level % 2 ? `{"k\\"[": ${text}}` : `[ ${text} ,"]"]`;
        expect(openLevels(text)).toBe(0);
        const levels = levelsOf(JSON.parse(text));
        const within = (outer: number) => "[".repeat(outer) + text + "]".repeat(outer);
        expect(openLevels(within(1_000 - levels))).toBe(0);
        expect(openLevels(within(1_001 - levels))).toBe(Number.POSITIVE_INFINITY);
      }),
      seeded("levels of JSON", 300),
    );
  });
});

describe("a body that would take too long to parse", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each<[string, string, number]>([
    ["deep", "[".repeat(MIB), 200],
    ["deep in a field", `{"id":"id-1","payload":${nested(100_000)}}`, 200],
    ["wide", `{"id":"id-1","payload":[${"[],".repeat(2 * MIB)}1]}`, 200],
    ["deep in an error response", `{"message":"words","payload":${nested(10_000)}}`, 400],
  ])("and is %s is never given to the parser", async (_, text, status) => {
    const parse = vi.spyOn(JSON, "parse");
    const { fetch, requests } = scriptedFetch(respondWithText(text, status));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    const code = status === 200 ? "invalid_response" : "bad_request";
    for (const call of [
      () => client.leads.get("id-1"),
      async () => {
        const { error } = await client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "id-1" } } });
        throw Object.assign(new Error(), { code: error?.error, status: error?.statusCode });
      },
    ]) {
      await expect(call()).rejects.toMatchObject({ code, status });
    }
    expect(parse.mock.calls.filter(([given]) => given === text)).toEqual([]);
    expect(requests, "and it is not asked for again").toHaveLength(2);
  });

  test("says so, and a write may have been applied", async () => {
    const { fetch } = scriptedFetch(respondWithText("[".repeat(100_000)));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    await expect(client.campaigns.activate("id-1")).rejects.toMatchObject({
      code: "invalid_response",
      outcome: "applied_unverified",
      message: expect.stringContaining("nested too deeply or has too many values"),
    });
    await expect(client.leads.list()).rejects.toMatchObject({ outcome: "none", retryable: false });
  });

  test("but is a page is called a page", async () => {
    const page = `<!doctype html><style>${"a{".repeat(5_000)}</style>`;
    const { fetch } = scriptedFetch(respondWithText(page, 200, { "content-type": "text/html" }));
    const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
    await expect(client.leads.list()).rejects.toMatchObject({
      message: expect.stringContaining("the body is an HTML page"),
    });
  });
});
