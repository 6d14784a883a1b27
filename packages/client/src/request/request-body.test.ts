import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { respondWith, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { operations } from "../operations/operations.gen.ts";
import { assertSafeBody, jsonText } from "./request-body.ts";

const { fetch, requests } = scriptedFetch(respondWith({ id: "id-1", items: [], count: 1 }));
const { leads, campaigns, raw } = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
const never = (body: unknown) => body as never;
const lastBody = () => JSON.parse(String(requests.at(-1)?.init.body));

describe("a body must be an object of fields", () => {
  test.each([
    [undefined],
    [null],
    [5],
    [5n],
    [true],
    ["{}"],
    [Symbol("s")],
    [() => ({})],
    [[]],
    [["list_id"]],
    [Object("text")],
    [new Date(0)],
    [new Map([["list_id", "l"]])],
    [new Set(["l"])],
    [new URLSearchParams("list_id=l")],
    [new FormData()],
    [new Blob(["{}"])],
    [Promise.resolve({ list_id: "l" })],
    [new Uint8Array(2)],
    [new Error("list_id")],
    [{ toJSON: () => Number.NaN }],
    [{ toJSON: () => undefined }],
    [{ toJSON: () => "text" }],
    [{ toJSON: () => () => 1 }],
    [{ toJSON: () => [] }],
  ])("%o is none", (body) => {
    const message =
      typeof body === "bigint" ? "the body is not JSON-serialisable" : "the body must be an object of fields";
    expect(() => jsonText(body)).toThrow(expect.objectContaining({ message, code: "invalid_request" }));
    expect(() => jsonText(body, operations.createLead)).toThrow(`createLead: ${message}`);
  });

  test.each([
    [{ a: Number.NaN }, "a is or contains NaN, which JSON cannot represent"],
    [{ "": Number.NaN }, " is or contains NaN, which JSON cannot represent"],
    [{ a: { b: [() => 1] }, c: Number.NaN }, "a is or contains a function, which JSON cannot represent"],
    [{ a: 1, b: { toJSON: () => Symbol("s") } }, "b is or contains a symbol, which JSON cannot represent"],
    [{ a: 1, b: [1, undefined] }, "b is or contains undefined, which JSON cannot represent"],
    [{ a: Object(Number.POSITIVE_INFINITY) }, "a is or contains an instance of Number, which JSON cannot represent"],
    [{ a: { b: new Map([["c", 1]]) } }, "a is or contains an instance of Map, which JSON cannot represent"],
    [{ a: [new Set([1])] }, "a is or contains an instance of Set, which JSON cannot represent"],
    [{ a: new Uint8Array(2) }, "a is or contains an instance of Uint8Array, which JSON cannot represent"],
    [{ a: Promise.resolve(1) }, "a is or contains an instance of Promise, which JSON cannot represent"],
    [{ a: new Error("e") }, "a is or contains an instance of Error, which JSON cannot represent"],
  ])("and names the field that JSON cannot represent: %o", (body, message) => {
    expect(() => jsonText(body)).toThrow(expect.objectContaining({ message }));
  });

  test("in which a field may be undefined, and is left out", () => {
    expect(jsonText({ a: undefined, b: { c: undefined, d: [1, null, "x", false] } })).toBe(
      '{"b":{"d":[1,null,"x",false]}}',
    );
    expect(jsonText({ a: Object(5), b: 0 })).toBe('{"a":5,"b":0}');
    expect(jsonText({ a: Object(""), b: Object(true), c: {}, d: Object.create(null) })).toBe(
      '{"a":"","b":true,"c":{},"d":{}}',
    );
  });

  test("which may be of a class, or of another realm", () => {
    class Named {
      readonly #name = "n";
      toJSON() {
        return { name: this.#name };
      }
    }
    expect(jsonText({ a: new Date(0), b: new Named(), c: runInNewContext("({})") })).toBe(
      '{"a":"1970-01-01T00:00:00.000Z","b":{"name":"n"},"c":{}}',
    );
    expect(jsonText(new Named())).toBe('{"name":"n"}');
    expect(jsonText(runInNewContext('({ name: "n" })'))).toBe('{"name":"n"}');
  });

  test.each(["null", "[]", "[1]", '"x"', "5", "true", "x", "{"])(
    "whatever a serializer of a raw call makes of it: %s",
    async (text) => {
      const sent = requests.length;
      for (const body of [{ name: "n" }, null]) {
        const call = raw.POST("/api/v2/lead-lists", { body: never(body), bodySerializer: () => text });
        if (body) await expect(call).rejects.toThrow("createLeadList: the body must be a JSON object");
        else await expect(call).rejects.toMatchObject({ code: "invalid_request" });
      }
      expect(requests).toHaveLength(sent);
    },
  );
});

describe("a call without a body", () => {
  test("is rejected where fields are needed, in the words of its own guard", () => {
    expect(() => assertSafeBody(operations.bulkDeleteLeads, undefined, null)).toThrow(
      /campaign_id or list_id is required$/,
    );
    expect(() => assertSafeBody(operations.patchCampaign, undefined, undefined)).toThrow(
      /: at least one field is required$/,
    );
  });

  test("is sent where none are", async () => {
    await leads.list();
    expect(lastBody()).toEqual({});
    await raw.POST("/api/v2/leads/list", { body: {} });
    expect(lastBody()).toEqual({});
    await campaigns.activate("id-1");
    expect(requests.at(-1)?.init.body).toBeUndefined();
    await raw.GET("/api/v2/leads/{id}", { params: { path: { id: "id-1" } } });
    expect(requests.at(-1)?.init.body).toBeUndefined();
    expect(assertSafeBody(operations.getLead, undefined, undefined)).toBeUndefined();
  });
});

describe("a deletion", () => {
  test("names the selectors that there are", async () => {
    await expect(leads.deleteMany(never({ list_id: "l", lead: "x" }))).rejects.toThrow(
      "bulkDeleteLeads: lead is not a selector and would be ignored: use campaign_id, list_id, status, ids, limit",
    );
  });

  test.each([1, 10_000])("of at most %d leads is sent", async (limit) => {
    await leads.deleteMany({ list_id: "l", limit });
    expect(lastBody()).toEqual({ list_id: "l", limit });
  });

  test("by ids may be repeated", async () => {
    const selection = { list_id: "l", ids: ["lead-1"] };
    await leads.deleteMany(selection, { retryUnknown: true });
    expect(lastBody()).toEqual(selection);
    await expect(leads.deleteMany({ list_id: "l" }, { retryUnknown: true })).rejects.toThrow(
      "bulkDeleteLeads: retryUnknown requires ids, or a retry could delete further leads",
    );
  });
});

test.each(["workspace", "campaign", "list"])("a new lead with skip_if_in_%s may be repeated", async (place) => {
  const lead = { email: "ada@example.com", [`skip_if_in_${place}`]: true };
  await leads.create(lead, { retryUnknown: true });
  expect(lastBody()).toEqual(lead);
  await expect(leads.create({ ...lead, [`skip_if_in_${place}`]: false }, { retryUnknown: true })).rejects.toThrow(
    "createLead: retryUnknown requires a skip_if_in_* flag, or a retry could store the lead twice",
  );
});
