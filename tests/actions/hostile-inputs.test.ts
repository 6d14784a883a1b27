import { actions, runAction } from "@modulex-instantly/actions";
import { describe, expect, test } from "vitest";
import { everyAction } from "./every-action.ts";
import { resultProblems } from "./result-problems.ts";
import { stub } from "./stub.ts";

// Values that JSON cannot represent. They are rejected before anything is sent, with a short one-line error.

const throwing = () => {
  throw new Error("boom");
};
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;
const endless: unknown[] = [];
endless.push(endless);
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const deep = Array.from({ length: 20_000 }).reduce<unknown[]>((inner) => [inner], []);

/** Values that no parameter accepts, whatever its type. */
const values: readonly (readonly [what: string, value: unknown])[] = [
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a bigint", 10n],
  ["a symbol", Symbol("a\nb")],
  ["a function", throwing],
  ["an array that contains itself", endless],
  ["an array 20,000 deep", deep],
  ["a revoked proxy", revoked.proxy],
  ["a proxy that throws", new Proxy({}, { get: throwing, ownKeys: throwing })],
  ["an object without a prototype", Object.assign(Object.create(null), { a: {} })],
  ["an object whose toString throws", { toString: throwing, a: {} }],
  ["a cyclic object", cyclic],
];

/** Values without own properties, which could be mistaken for an empty input. */
const impostors: readonly (readonly [what: string, value: unknown])[] = [
  ["a date", new Date(0)],
  ["a map", new Map([["campaign_id", "c"]])],
  ["a promise of an input", Promise.resolve({ campaign_id: "c" })],
  ["an error", new Error("x")],
  ["a boxed number", new Number(5)],
];

describe.each(everyAction)("$name", ({ name, input }) => {
  const fields = Object.keys(actions[name].inputSchema.properties);

  async function refusalOf(bad: unknown): Promise<string> {
    const { client, requests } = stub();
    const result = await runAction(name, bad as object, { client });
    expect(resultProblems(name, result)).toEqual([]);
    expect(requests(), "nothing is sent").toBe(0);
    expect(result.error).toMatch(/^[^\n]{5,1000} \(invalid_request, outcome: not_sent; do not retry\)$/);
    return result.error ?? "";
  }

  test.each(values)("%s in every field", async (_, value) => {
    for (const field of fields) {
      expect(await refusalOf({ ...input, [field]: value }), field).toMatch(
        new RegExp(`^${name}: (${field}|the input cannot be read|.* of ${field})`),
      );
    }
  });

  test.each(values)("%s in place of the input", async (_, value) => {
    await refusalOf(value);
  });

  test.each(impostors)("%s is not treated as an empty input", async (_, value) => {
    expect(await refusalOf(value)).toContain("the input must be an object, received an object (");
  });

  test("a field that throws when it is read", async () => {
    const bad = Object.defineProperty({ ...input }, fields[0] ?? "", { get: throwing, enumerable: true });
    expect(await refusalOf(bad)).toContain("the input cannot be read: one of its properties throws");
    expect(actions[name].inputSchema["~standard"].validate(bad)).toMatchObject({
      issues: [{ message: expect.stringContaining("cannot be read") }],
    });
  });

  test("twenty thousand unknown fields are counted, not listed", async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 1]));
    expect(await refusalOf({ ...input, ...many })).toContain('"f0" is not a known parameter');
    expect(await refusalOf({ ...input, ...many })).toContain("; and 19992 more faults (");
  });

  test("a name and a string of a million characters are truncated", async () => {
    expect(await refusalOf({ ...input, ["k".repeat(1_000_000)]: "v" })).toContain("...");
    expect(await refusalOf("x".repeat(1_000_000))).toContain("...");
  });
});

test("a long array of invalid items is counted, not listed", async () => {
  const { client } = stub();
  const { error } = await runAction("list_leads", { ids: Array(50_000).fill(1) } as object, { client });
  expect(error).toContain("ids[7] must be a string, received 1; and 49992 more faults (");
});

test("a long name inside an open object is truncated, and stays on one line", () => {
  const { validate } = actions.create_lead.inputSchema["~standard"];
  const result = validate({ custom_variables: { [`a\nb${"k".repeat(1_000_000)}`]: {} } });
  const [issue] = (result as { issues: readonly { message: string }[] }).issues;
  expect(issue?.message).toMatch(/^custom_variables\.a b[^\n]{10,120} must be a string or a number/);
});

test("an input from another realm, with a different prototype, is accepted", async () => {
  class Lookup {
    limit = 5;
  }
  const { client, requests } = stub(() => Response.json({ items: [] }));
  for (const input of [new Lookup(), Object.assign(Object.create(null), { limit: 5 })]) {
    expect(await runAction("list_leads", input, { client })).toMatchObject({ success: true });
  }
  expect(requests()).toBe(2);
});
