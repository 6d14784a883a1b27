import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canaryKey, plainKey } from "../../../../tests/client/canary.ts";
import { expectKeyUnreadable, keyForms } from "../../../../tests/client/encoded-key.ts";
import { respondWithText, scriptedFetch, throws } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { redactor } from "./redact.ts";

const slashedKey = "iv2_Kq7/Zr+9m/Xw4Tn2/Bv8Lp6Hc3Qd+1Jf5Ga0Yk9Us2Oe7Wi4==";
const keys = { plainKey, canaryKey, slashedKey };

/** Everything a client shows of a response: what the resources and `.raw` return or throw, and what hooks are told. */
async function shownOf(key: string, text: string, status: number): Promise<string> {
  const seen: unknown[] = [];
  const keep = (...values: unknown[]) => void seen.push(...values);
  const hooks = { onRequest: keep, onResponse: keep, onRetry: keep };
  const { fetch } = scriptedFetch(respondWithText(text, status));
  const logger = { debug: keep, warn: keep };
  const client = createInstantlyClient({ apiKey: key, fetch, rateLimiter: false, retry: false, hooks, logger });
  for (const call of [
    () => client.leads.get("id-1"),
    () => client.leads.list(),
    () => client.leads.iterate().collect({ max: 5 }),
    () => client.leadLists.create({ name: "n" }),
    async () => {
      const { data, error } = await client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: "id-1" } } });
      return { data, error };
    },
  ]) {
    const result = await call().catch((error: unknown) => error);
    keep(result, JSON.stringify(result), (result as { stack?: string })?.stack);
  }
  return inspect(seen, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null });
}

/** A body that quotes a text in every kind of place. */
const quoting = (text: string) => ({
  id: "id-1",
  email: text,
  payload: { note: `before ${text} after`, [text]: 1, list: ["x", [text]] },
  items: [{ id: "id-1", first_name: text }],
  next_starting_after: text.slice(0, 1_000),
});

/** Ways of writing a body as JSON: what a parser reads is the same. */
const writings: Readonly<Record<string, (body: unknown) => string>> = {
  "as JSON.stringify does": (body) => JSON.stringify(body),
  "with escaped slashes": (body) => JSON.stringify(body).replaceAll("/", "\\/"),
  "with everything escaped": (body) => escaping(body, /[\s\S]/g),
  "with everything escaped that a page could take for markup": (body) => escaping(body, /[&<>'"+`%\\/]/g),
};

/** Writes JSON in which certain characters of every text are escapes. */
function escaping(body: unknown, characters: RegExp): string {
  return JSON.stringify(body).replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => {
    const plain = JSON.parse(text) as string;
    const code = (it: string) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return `"${plain.replaceAll(characters, code)}"`;
  });
}

describe.each(Object.entries(keys))("the %s", (_, key) => {
  describe.each(Object.entries(keyForms))("%s", (_form, form) => {
    test.each(Object.entries(writings))(
      "is in nothing that a client shows, when JSON is written %s",
      async (_way, write) => {
        const text = write(quoting(form(key)));
        expect(JSON.parse(text)).toEqual(quoting(form(key)));
        expectKeyUnreadable(await shownOf(key, text, 200), key);
      },
    );

    test("is in no error response, also not in capital letters", async () => {
      for (const quoted of [form(key), form(key).toUpperCase(), form(key).toLowerCase()]) {
        for (const body of [{ message: `no such key: ${quoted}` }, { error: quoted, extra: quoting(quoted) }, quoted]) {
          const shown = await shownOf(key, JSON.stringify(body), 400);
          expectKeyUnreadable(shown, key);
          expectKeyUnreadable(shown.toLowerCase(), key.toLowerCase());
        }
        expectKeyUnreadable(await shownOf(key, `<html>${quoted}</html>`, 403), key);
        expectKeyUnreadable(await shownOf(key, JSON.stringify({ error: quoted }), 200), key);
      }
    });
  });

  test("leaves the words around it", async () => {
    const redact = redactor(key);
    for (const [name, form] of Object.entries(keyForms)) {
      const clean = redact(`no such key: ${form(key)} (of this workspace)`);
      expect(clean, name).toMatch(/^no such key: .*\[redacted\].* \(of this workspace\)$/);
    }
  });

  test("leaves a body without it as it is, the very same", () => {
    const redact = redactor(key);
    const body = quoting("Grüße! 100% of &amp; \\u00e9 %C3%A9 %2F &#39; c:\\temp \\n");
    // This one has no part that every encoding leaves as it is, so that it cannot be ruled out without a walk.
    if (key === canaryKey) expect(redact(body, JSON.stringify(body))).toEqual(body);
    else expect(redact(body, JSON.stringify(body))).toBe(body);
    expect(redact(body)).toEqual(body);
  });
});

test("a body is the same but for the key, whatever else is in it", () => {
  const redact = redactor(plainKey);
  const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"0":[],"":null,"n":-0.5,"b":false}');
  expect(redact({ ...quoting("x"), hostile })).toEqual({ ...quoting("x"), hostile });
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.stringify(redact(parsed))).toBe(JSON.stringify(parsed));
    }),
    seeded("bodies without a key"),
  );
});

test("encodings in each other are undone, whatever their order", () => {
  const forms = Object.values(keyForms);
  const encoders = [encodeURIComponent, JSON.stringify, (text: string) => text.replaceAll("&", "&amp;")];
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(keys)),
      fc.constantFrom(...forms),
      fc.array(fc.constantFrom(...encoders), { maxLength: 3 }),
      fc.string({ maxLength: 20 }),
      (key, form, order, around) => {
        const text = order.reduce((inner, encode) => encode(inner), around + form(key) + around);
        expectKeyUnreadable(redactor(key)(text), key);
      },
    ),
    seeded("nested encodings"),
  );
});

test("pieces of a long text are found wherever they lie", () => {
  const redact = redactor(plainKey);
  for (const before of [0, 65_530, 65_500, 65_536, 73_700, 131_000, 200_000]) {
    for (const form of ["as it is", "percent-encoded throughout", "with JSON escapes", "as base64 behind Bearer"]) {
      const text = `${"x".repeat(before)}${keyForms[form]?.(plainKey)}${"y".repeat(70_000)}`;
      const clean = redact(text);
      expectKeyUnreadable(clean, plainKey);
      expect(clean.length).toBeLessThan(text.length);
      expect(clean.startsWith("x".repeat(before))).toBe(true);
      expect(clean.endsWith("y".repeat(70_000))).toBe(true);
    }
  }
});

test("a code that a given fetch throws is no way out", async () => {
  const key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
  for (const thrown of [{ code: key }, { cause: { code: key, syscall: "connect" } }, { code: `E_${key}` }]) {
    const { fetch } = scriptedFetch(throws(Object.assign(new Error(key), thrown)));
    const client = createInstantlyClient({ apiKey: key, fetch, rateLimiter: false, retry: false });
    const error = await client.leads.get("id-1").catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "network" });
    expectKeyUnreadable(inspect(error, { depth: 9, showHidden: true }), key);
  }
});

test("a key in the place of an id, a limit or a filter shows in no error", async () => {
  const client = createInstantlyClient({ apiKey: plainKey, rateLimiter: false });
  for (const call of [
    () => client.leads.get(plainKey),
    () => client.campaigns.activate(`../${plainKey}`),
    () => client.leads.list({ limit: plainKey as never }),
    () => client.leads.iterate({}, { maxItems: plainKey as never }).collect({ max: 1 }),
    () => client.leads.iterate().collect({ max: plainKey as never }),
    () => client.leads.deleteMany({ list_id: "l", ids: plainKey as never }),
    () => client.leads.deleteMany({ list_id: "l", status: plainKey as never }),
    () => client.raw.GET("/api/v2/leads/{id}", { params: { path: { id: plainKey } } }),
  ]) {
    const error = await call().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "invalid_request" });
    expectKeyUnreadable(inspect(error, { depth: 9, showHidden: true }), plainKey);
  }
});

test("a short key is not searched for in what succeeds: it may be a word", () => {
  const body = { id: "lead-1", note: "monkey business" };
  expect(redactor("key")(body, JSON.stringify(body))).toBe(body);
  expect(redactor("key")("no such key")).toBe("no such [redacted]");
  const words = { note: "my password is password" };
  expect(redactor("password")(words, JSON.stringify(words))).toEqual({ note: "my [redacted] is [redacted]" });
});
