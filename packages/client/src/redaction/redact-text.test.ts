import { describe, expect, test } from "vitest";
import type { Redact } from "./redact.ts";
import { redactor } from "./redact.ts";

/** Each character stands once, so that every piece has one place. */
const key = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Created anew for each call, so that mutation runs see which test covers its creation. */
const redact: Redact = (value, json) => redactor(key)(value, json);

test("a piece of 12 characters is removed, one of 11 is not", () => {
  for (let at = 0; at + 12 <= key.length; at += 1) {
    expect(redact(`<${key.slice(at, at + 12)}>`)).toBe("<[redacted]>");
    expect(redact(`<${key.slice(at, at + 11)}>`)).toBe(`<${key.slice(at, at + 11)}>`);
  }
  expect(redact(key.slice(0, 12))).toBe("[redacted]");
  expect(redact(`_${key.slice(-12)}`)).toBe("_[redacted]");
});

test("the base64 form of a key of 12 characters is removed", () => {
  expect(redactor("Kf3x9QzT7mB1")(`<${btoa("Kf3x9QzT7mB1")}>`)).toBe("<[redacted]>");
});

test("the whole of a longer piece is removed, and each of several pieces", () => {
  for (let length = 12; length <= key.length; length += 1) {
    expect(redact(`<${key.slice(0, length)}>`)).toBe("<[redacted]>");
  }
  expect(redact(`${key} and ${key.slice(3, 20)}, ${key.slice(20)}`)).toBe("[redacted] and [redacted], [redacted]");
  expect(redact(key + key)).toBe("[redacted]");
  expect(redact(`${key.slice(0, 15)}${key.slice(20)}`)).toBe("[redacted]");
  expect(redact(`${key} ${key} ${key}${key}`)).toBe("[redacted] [redacted] [redacted]");
});

test("the case of letters does not matter, and the length of a text does not change by it", () => {
  expect(redact(`\u0130 ${key.toUpperCase()} \u0130`)).toBe("\u0130 [redacted] \u0130");
  expect(redact(`ßßßß ${key} ﬁ`)).toBe("ßßßß [redacted] ﬁ");
});

test("a key of less than 12 characters is only removed as a whole", () => {
  expect(redactor("secret-8")("a secret-8 and a secret-")).toBe("a [redacted] and a secret-");
  expect(redactor("k")("ok")).toBe("o[redacted]");
  // Its base64 form is not looked for: pieces of it are in many words.
  expect(redactor("secret-8")(btoa("secret-8"))).toBe(btoa("secret-8"));
});

describe("a key as base64", () => {
  const odd = "~?>abc~?>def~?>ghi~?>jkl";
  test.each([0, 1, 2, 3, 4, 5])("after %i other bytes", (before) => {
    const clean = redactor(odd)(btoa("x".repeat(before) + odd));
    expect(clean).toMatch(/^.{0,8}\[redacted\].{0,3}$/);
    const url = btoa("x".repeat(before) + odd)
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    expect(redactor(odd)(url)).toMatch(/^.{0,8}\[redacted\].{0,3}$/);
    expect(btoa(`x${odd}`)).toMatch(/[+/]/);
  });

  test("leaves the base64 form of what stands before it", () => {
    const text = btoa(`user:${key}`);
    expect(redact(text)).toBe(`${text.slice(0, 7)}[redacted]k=`);
  });

  test("is not removed in pieces that depend on other bytes", () => {
    const before = btoa("\0\0").slice(0, 3);
    expect(redact(`${before}${before}${before}${before}`)).toBe(before.repeat(4));
    // In both, all but the first 2 or 3 characters belong to the key: 11 of them.
    for (const text of [btoa(`\0${key}`).slice(0, 13), btoa(`\0\0${key}`).slice(0, 14)])
      expect(redact(text)).toBe(text);
  });
});

describe("encoded pieces", () => {
  const percent = Array.from(key, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");

  test("are removed with all characters of their encoding, and nothing more", () => {
    expect(redact(`100%, <${percent}> 100%`)).toBe("100%, <[redacted]> 100%");
    expect(redact(`${percent} and ${key}`)).toBe("[redacted] and [redacted]");
    expect(redact(`${key} and ${percent}`)).toBe("[redacted] and [redacted]");
    expect(redact(`%41${key}`)).toBe("%41[redacted]");
    for (const sign of ["%", "\\", "&"]) expect(redact(`${sign} ${key}`)).toBe(`${sign} [redacted]`);
  });

  test("are removed if the key itself looks encoded", () => {
    const encoded = "%41%42%43%44&amp;efghijkl";
    expect(redactor(encoded)(`<${encoded}>`)).toBe("<[redacted]>");
    expect(redactor(encoded)("<ABCD&efghijkl>")).toBe("<[redacted]>");
  });

  test.each([0, 30, 2 ** 16 - 40, 2 ** 16 - 10, 2 ** 16, 2 ** 16 + 2 ** 13 - 40, 2 ** 17])(
    "are found after %i other characters, and once only",
    (before) => {
      for (const form of [key, percent]) {
        expect(
          redact("_".repeat(before) + form + "_".repeat(2 ** 16)) ===
            `${"_".repeat(before)}[redacted]${"_".repeat(2 ** 16)}`,
        ).toBe(true);
      }
    },
  );
});

describe("a body", () => {
  test("is walked through: texts, lists and property names, whatever else is in it", () => {
    const body = { [key]: [key, { note: `a ${key}` }, null, 1, true], plain: "text", nothing: null };
    expect(redact(body)).toEqual({
      "[redacted]": ["[redacted]", { note: "a [redacted]" }, null, 1, true],
      plain: "text",
      nothing: null,
    });
    expect(redact(null)).toBe(null);
    expect(redact(1)).toBe(1);
    expect(redact(undefined)).toBe(undefined);
  });

  test("is returned unchanged if its text has no trace of the key, and walked through otherwise", () => {
    const body = { note: key };
    expect(redact(body, "{}")).toBe(body);
    expect(redact(body, JSON.stringify(body))).toEqual({ note: "[redacted]" });
    expect(redact({ note: btoa(key) }, JSON.stringify(btoa(key)))).toEqual({ note: "[redacted]" });
  });

  test("may have 524,288 characters to decode in all, and each body anew", () => {
    const most = Array<string>(8).fill("%".repeat(2 ** 16));
    const isSame = (body: readonly string[]) => redact(body).every((text, at) => text === body[at]);
    expect(isSame([...most, "plain"])).toBe(true);
    expect(redact([...most, "%", "plain"]).slice(8)).toEqual(["[redacted]", "plain"]);
    expect(isSame([...most, "plain"])).toBe(true);
  });
});

test("hexadecimal digits of 12 characters are removed, of 11 are not", () => {
  const hex = (text: string) => Buffer.from(text).toString("hex");
  for (let at = 0; at + 12 <= key.length; at += 1) {
    expect(redact(`<${hex(key.slice(at, at + 12))}>`)).toBe("<[redacted]>");
    expect(redact(`<${hex(key.slice(at, at + 11))}>`)).toBe(`<${hex(key.slice(at, at + 11))}>`);
  }
  expect(redact(hex(key).toUpperCase())).toBe("[redacted]");
  expect(redact(`${key}, ${hex(key)} and ${key}`)).toBe("[redacted], [redacted] and [redacted]");
  expect(redactor("Kf3x9QzT7mB1")(hex("Kf3x9QzT7mB1"))).toBe("[redacted]");
  expect(redactor("Kf3x9QzT7mB")(hex("Kf3x9QzT7mB"))).toBe(hex("Kf3x9QzT7mB"));
});
