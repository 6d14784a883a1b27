import { actions, bindActions, runAction } from "@modulex-instantly/actions";
import { createInstantlyClient, toEnvelope } from "@modulex-instantly/client";
import { afterEach, describe, expect, test } from "vitest";
import { everyAction } from "../actions/every-action.ts";
import { calls } from "../client/calls.ts";

// Keys that replace the prototype of an object when they are copied into it by assignment.

const hostile =
  '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true}';
const record = `{"id":"id-1","name":"n","status":1,${hostile},"payload":{${hostile}},"count":1}`;
const responseText = `{${hostile},"id":"id-1","count":1,"items":[${record}],"next_starting_after":null}`;
const fetch = async () => new Response(responseText, { headers: { "content-type": "application/json" } });
const client = createInstantlyClient({ apiKey: "key", fetch, rateLimiter: false });
const ownOfObject = Object.getOwnPropertyNames(Object.prototype).sort();

/** Every object in a value with a modified prototype, or with the injected property. */
function tampered(value: unknown, place = "it"): string[] {
  if (typeof value !== "object" || value === null) return [];
  const prototype = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype || prototype === null;
  return [
    ...(isPlain ? [] : [`${place} has a foreign prototype`]),
    ...("polluted" in value && !Object.hasOwn(value, "polluted") ? [`${place} is polluted`] : []),
    ...Object.entries(value).flatMap(([key, inner]) => tampered(inner, `${place}.${key}`)),
  ];
}

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(ownOfObject);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe("a response full of __proto__, constructor and prototype", () => {
  test.each(Object.entries(calls))("changes no prototype through %s", async (_, call) => {
    expect(tampered(await call(client))).toEqual([]);
    expect(tampered(await toEnvelope(call(client)))).toEqual([]);
  });

  test.each(everyAction)("leaves none of them in the result of $name", async ({ name, input }) => {
    const result = await runAction(name, input, { client });
    expect(result.success).toBe(true);
    expect(tampered(result)).toEqual([]);
    const known = Object.keys(actions[name].outputSchema.properties as object);
    expect(Object.keys(result).sort()).toEqual(known.sort());
  });
});

describe("an input full of them", () => {
  test.each(everyAction)("is rejected by $name, and nothing is sent", async ({ name, input }) => {
    let sent = 0;
    const counting = createInstantlyClient({
      apiKey: "key",
      rateLimiter: false,
      fetch: async () => {
        sent += 1;
        return fetch();
      },
    });
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const text = `{${JSON.stringify(input).slice(1, -1)}${Object.keys(input).length > 0 ? "," : ""}"${key}":{"polluted":true}}`;
      const result = await bindActions({ client: counting })[name](JSON.parse(text) as never);
      expect(result.success, key).toBe(false);
      expect(result.error, key).toContain(`"${key}" is not a known parameter`);
    }
    expect(sent).toBe(0);
  });

  test("an unknown value with the name of a property of Object.prototype gets no hint", async () => {
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      const result = await runAction(
        "create_campaign",
        {
          name: "n",
          campaign_schedule: {
            schedules: [{ name: "n", timing: { from: "09:00", to: "17:00" }, days: { "1": true }, timezone: name }],
          },
        },
        { client },
      );
      expect(result.success).toBe(false);
      expect(result.error).not.toMatch(/native code|\[object/);
    }
  });
});
