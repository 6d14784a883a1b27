import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../../tests/client/seeded.ts";
import { sentBy, WithGetter, ways } from "../../../../tests/client/sent-bodies.ts";

// The JSON of an object can differ from the object. Only the JSON is sent.

class WithHiddenIds {
  list_id = "l";
  get ids() {
    return ["lead-1"];
  }
}
class Selection {
  list_id = "l";
  ids = ["lead-1"];
  isLarge() {
    return false;
  }
}
const hiding = (name: string, value: unknown) =>
  Object.defineProperty({ list_id: "l" } as object, name, { value, enumerable: false });

describe.each(Object.entries(ways))("through %s", (_, send) => {
  const deleting = (body: unknown) => sentBy(() => send["bulkDeleteLeads"]?.(body) ?? Promise.reject());

  test.each<[string, () => unknown, RegExp]>([
    ["getters of its class", () => new WithGetter(), /object of fields/],
    ["ids that are a getter of its class", () => new WithHiddenIds(), /\bids\b/],
    ["ids that are inherited", () => Object.assign(Object.create({ ids: ["lead-1"] }), { list_id: "l" }), /\bids\b/],
    ["ids that are hidden", () => hiding("ids", ["lead-1"]), /\bids\b/],
    ["a hidden name", () => hiding("lead_ids", ["lead-1"]), /lead_ids/],
    ["an inherited name", () => Object.assign(Object.create({ lead_ids: ["a"] }), { list_id: "l" }), /lead_ids/],
    ["a symbol", () => ({ list_id: "l", [Symbol("ids")]: ["lead-1"] }), /Symbol\(ids\)/],
    ["ids that toJSON drops", () => ({ list_id: "l", ids: ["a"], toJSON: () => ({ list_id: "l" }) }), /\bids\b/],
    ["nothing, says toJSON", () => ({ list_id: "l", toJSON: () => ({}) }), /campaign_id or list_id/],
    ["no object, says toJSON", () => ({ list_id: "l", toJSON: () => "l" }), /object/],
    ["undefined, says toJSON", () => ({ list_id: "l", toJSON: () => undefined }), /object/],
    ["undefined ids", () => ({ list_id: "l", ids: undefined }), /\bids\b.*undefined/],
    ["an undefined status", () => ({ list_id: "l", status: undefined }), /status.*undefined/],
    ["an undefined limit", () => ({ list_id: "l", limit: undefined }), /limit.*undefined/],
    ["an undefined campaign", () => ({ list_id: "l", campaign_id: undefined }), /campaign_id.*undefined/],
    ["an undefined list", () => ({ list_id: undefined, campaign_id: "c" }), /list_id.*undefined/],
    ["an undefined name it does not have", () => ({ list_id: "l", lead_ids: undefined }), /lead_ids/],
    ["ids that are null", () => ({ list_id: "l", ids: null }), /\bids\b.*null/],
    ["a status that is null", () => ({ list_id: "l", status: null }), /status.*null/],
    ["a status that is 0", () => ({ list_id: "l", status: 0 }), /status/],
    ["a status that is a string", () => ({ list_id: "l", status: "3" }), /status/],
    ["a campaign that is null", () => ({ list_id: "l", campaign_id: null }), /campaign_id.*null/],
    ["a blank list beside a campaign", () => ({ list_id: " ", campaign_id: "c" }), /list_id/],
    ["a blank campaign", () => ({ campaign_id: " " }), /campaign_id or list_id/],
    ["a limit that is NaN", () => ({ list_id: "l", limit: Number.NaN }), /limit.*NaN/],
    ["an infinite limit", () => ({ list_id: "l", limit: Number.POSITIVE_INFINITY }), /limit.*Infinity/],
    ["a boxed NaN", () => ({ list_id: "l", limit: Object(Number.NaN) }), /limit/],
    ["a limit of 0", () => ({ list_id: "l", limit: 0 }), /limit/],
    ["a limit of 1.5", () => ({ list_id: "l", limit: 1.5 }), /limit/],
    ["a limit of 10,001", () => ({ list_id: "l", limit: 10_001 }), /limit/],
    ["a limit that is a string", () => ({ list_id: "l", limit: "5" }), /limit/],
    ["no ids in the list", () => ({ list_id: "l", ids: [] }), /\bids\b/],
    ["an undefined id", () => ({ list_id: "l", ids: [undefined] }), /\bids\b/],
    ["a hole among the ids", () => ({ list_id: "l", ids: Array(1) }), /\bids\b/],
    ["a blank id", () => ({ list_id: "l", ids: ["lead-1", ""] }), /\bids\b/],
    ["an id that is a number", () => ({ list_id: "l", ids: [1] }), /\bids\b/],
    ["ids that are a set", () => ({ list_id: "l", ids: new Set(["lead-1"]) }), /\bids\b/],
    ["ids that are a function", () => ({ list_id: "l", ids: () => ["lead-1"] }), /\bids\b/],
    ["ids that are a symbol", () => ({ list_id: "l", ids: Symbol("lead-1") }), /\bids\b/],
    ["a map", () => new Map([["list_id", "l"]]), /object of fields/],
    ["a list", () => ["l"], /object/],
    ["a date", () => new Date(), /object/],
    ["a text", () => '{"list_id":"l"}', /object/],
    ["a proxy of nothing", () => new Proxy({}, { get: () => "l" }), /campaign_id or list_id/],
    [
      "ids that only a proxy has",
      () =>
        new Proxy({ list_id: "l" }, { get: (target, name) => (name === "ids" ? ["a"] : Reflect.get(target, name)) }),
      /\bids\b/,
    ],
    [
      "prototypes without end",
      () => {
        const endless: object = new Proxy({ list_id: "l" }, { getPrototypeOf: () => endless });
        return endless;
      },
      /JSON/,
    ],
    ["a proxy that throws", () => new Proxy({ list_id: "l" }, { getPrototypeOf: () => null, has: refuse }), /object/],
    ["a name that replaces its prototype", () => JSON.parse('{"list_id":"l","__proto__":{"ids":["a"]}}'), /__proto__/],
  ])("a deletion by %s is rejected", async (_name, selection, message) => {
    expect(await deleting(selection())).toMatch(message);
  });

  test.each<[string, () => unknown, unknown]>([
    ["an object of a class", () => new Selection(), { list_id: "l", ids: ["lead-1"] }],
    ["what toJSON says", () => ({ toJSON: () => ({ list_id: "l", limit: 2 }) }), { list_id: "l", limit: 2 }],
    ["an object without a prototype", () => Object.assign(Object.create(null), { list_id: "l" }), { list_id: "l" }],
    ["own getters", () => Object.defineProperty({}, "list_id", { get: () => "l", enumerable: true }), { list_id: "l" }],
    ["a frozen object", () => Object.freeze({ list_id: "l", status: -1 }), { list_id: "l", status: -1 }],
    ["a harmless proxy", () => new Proxy({ campaign_id: "c" }, {}), { campaign_id: "c" }],
  ])("a deletion by %s is sent", async (_name, selection, sent) => {
    expect(await deleting(selection())).toEqual(sent);
  });

  test("no part of a selection is sent if its JSON lacks a property of it", async () => {
    const fields = fc.record(
      {
        campaign_id: fc.constantFrom<unknown>("c", "", undefined),
        list_id: fc.constantFrom<unknown>("l", undefined),
        ids: fc.constantFrom<unknown>(["lead-1"], [], undefined, [undefined], null),
        status: fc.constantFrom<unknown>(1, undefined, Number.NaN),
        limit: fc.constantFrom<unknown>(5, undefined, Number.NaN, Number.POSITIVE_INFINITY),
      },
      { requiredKeys: [] },
    );
    const places = fc.array(fc.constantFrom("own", "inherited", "getter", "hidden", "class"), { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(fields, places, async (values, where) => {
        const prototype: object = {};
        const selection: object = Object.create(prototype);
        for (const [index, [name, value]] of Object.entries(values).entries()) {
          const place = where[index];
          const owner = place === "inherited" || place === "class" ? prototype : selection;
          const enumerable = place === "own" || place === "getter" || place === "inherited";
          const read = place === "getter" || place === "class";
          Object.defineProperty(owner, name, { enumerable, ...(read ? { get: () => value } : { value }) });
        }
        const sent = await sentBy(() => send["bulkDeleteLeads"]?.(selection) ?? Promise.reject());
        if (typeof sent === "string") return;
        expect(sent).toEqual(values);
      }),
      seeded("selections"),
    );
  });
});

function refuse(): never {
  throw new Error("hostile");
}
