import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canaryKey, expectNoKey, expectNoKeyInError, formsOf, plainKey } from "../../../../tests/client/canary.ts";
import { respondWithText, scriptedFetch } from "../../../../tests/client/scripted-fetch.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { createInstantlyClient } from "../create-instantly-client.ts";
import { redactor } from "./redact.ts";

const key = fc
  .oneof(fc.string({ minLength: 16, maxLength: 80 }), fc.constantFrom(canaryKey, plainKey))
  // Without brackets, which the marker that replaces a key has itself.
  .filter((text) => /^[\x21-\x5a\x5c\x5e-\x7e]{16,80}$/.test(text));
/** Ways of putting a text into another one, as servers do when they quote a request. */
const nestings: readonly ((text: string) => string)[] = [
  (text) => `Bearer ${text}`,
  (text) => JSON.stringify({ headers: { authorization: text } }),
  (text) => `"${text}"`,
  (text) => `?token=${text}&x=1`,
  (text) => `${text}${text}`,
  (text) => text.slice(1),
  (text) => text.slice(0, -1),
  (text) => `<pre>${text}</pre>\n`,
  (text) => [...text].join(""),
];

describe("redactor", () => {
  test.each(formsOf(canaryKey))("removes %j", (form) => {
    expect(redactor(canaryKey)(`before ${form} after`)).not.toContain(form);
  });

  test("leaves every other text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(redactor(canaryKey)(text)).toBe(text);
      }),
      seeded("redactor of other texts"),
    );
  });

  test("leaves no form of any key, at any nesting depth", () => {
    fc.assert(
      fc.property(
        key,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 20 })), { maxLength: 6 }),
        (secret, layers) => {
          const forms = formsOf(secret);
          let text = secret;
          for (const [form, nesting, around] of layers) {
            text = around + (nestings[nesting % nestings.length]?.(text) ?? text) + (forms[form % forms.length] ?? "");
          }
          expectNoKey(redactor(secret)(text), secret);
        },
      ),
      seeded("redactor of nested texts"),
    );
  });
});

describe("an error response that quotes the key", () => {
  const refusalWith = async (apiKey: string, text: string) => {
    const { fetch } = scriptedFetch(respondWithText(text, 400));
    const client = createInstantlyClient({ apiKey, fetch, rateLimiter: false });
    return client.leads.get("id-1").catch((error: unknown) => error);
  };

  test("never shows it, in any form and field in which the API quotes it", async () => {
    await fc.assert(
      fc.asyncProperty(
        key,
        fc.constantFrom("message", "error", "other"),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
        async (secret, field, layers) => {
          const forms = formsOf(secret);
          let text = "";
          for (const [form, nesting] of layers) {
            text = `${nestings[nesting % nestings.length]?.(text) ?? ""} ${forms[form % forms.length]}`;
          }
          const error = await refusalWith(secret, JSON.stringify({ [field]: text }));
          expect(error).toMatchObject({ code: "bad_request" });
          expectNoKeyInError(error, secret);
        },
      ),
      seeded("refusals that quote the key"),
    );
  });

  test.each([
    ["an escaped solidus", (secret: string) => secret.replaceAll("/", "\\/")],
    [
      "escapes of code points",
      (secret: string) => [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    ],
  ])("never shows it when JSON writes it with %s", async (_, written) => {
    const secret = "iv2_Kq7/Zr+9m/Xw4Tn2/Bv8Lp6Hc3=";
    const error = await refusalWith(secret, `{"message":"no such key: ${written(secret)}"}`);
    expect(error).toMatchObject({ code: "bad_request", apiMessage: expect.stringContaining("no such key") });
    expectNoKeyInError(error, secret);
  });

  test("never shows a part of it that the cut at 500 characters leaves", async () => {
    for (let before = 470; before < 500; before += 1) {
      const error = await refusalWith(plainKey, JSON.stringify({ message: "x".repeat(before) + plainKey }));
      expectNoKeyInError(error, plainKey);
    }
  });
});
