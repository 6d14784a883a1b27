import fc from "fast-check";
import { expect, test } from "vitest";
import { canaryKey, expectNoKeyInError } from "../../../../tests/client/canary.ts";
import { seeded } from "../../../../tests/client/seeded.ts";
import { isInstantlyError } from "../errors/instantly-error.ts";
import { assertSafeApiKey } from "./api-key.ts";

function refusalOf(key: unknown): unknown {
  try {
    assertSafeApiKey(key);
  } catch (error) {
    return error;
  }
  throw new Error("the key was taken");
}

test.each([canaryKey, ` ${canaryKey}\n`, `\t${canaryKey}\r\n`, "x"])(
  "takes %j without the whitespace around it",
  (key) => {
    expect(assertSafeApiKey(key)).toBe(key.trim());
  },
);

test.each([undefined, null, 7, {}, [], "", " ", "\n"])("says that %j is empty", (key) => {
  const error = refusalOf(key);
  expect(isInstantlyError(error, "invalid_config")).toBe(true);
  expect(error).toMatchObject({
    outcome: "not_sent",
    message: expect.stringMatching(/^apiKey/),
  });
});

test("rejects every other character and never quotes the key", () => {
  const intruder = fc
    .string({ unit: "binary", minLength: 1, maxLength: 1 })
    .filter((text) => !/[\x21-\x7e]/.test(text));
  fc.assert(
    fc.property(intruder, fc.integer({ min: 1, max: canaryKey.length - 1 }), (character, at) => {
      const error = refusalOf(canaryKey.slice(0, at) + character + canaryKey.slice(at));
      expect(isInstantlyError(error, "invalid_config")).toBe(true);
      expectNoKeyInError(error, canaryKey);
    }),
    seeded("checkedApiKey"),
  );
});

test.each(["\r\nx-evil: 1", "\0", "\u{1f511}", "\u00e9", "a".repeat(600)])(
  "rejects a key with %j in it",
  (intruder) => {
    const error = refusalOf(`${canaryKey}${intruder}${canaryKey}`);
    expect(isInstantlyError(error, "invalid_config")).toBe(true);
    expectNoKeyInError(error, canaryKey);
  },
);
