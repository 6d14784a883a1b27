import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../../../tests/support/cpu-time.ts";
import { cleanText, cleanValue } from "./clean-text.ts";
import { decodeReferences } from "./decode-references.ts";

const unseen: readonly (readonly [string, string])[] = [
  ["zero-width space", "\u200b"],
  ["word joiner", "\u2060"],
  ["byte order mark", "\ufeff"],
  ["soft hyphen", "\u00ad"],
  ["combining grapheme joiner", "\u034f"],
  ["left-to-right mark", "\u200e"],
  ["right-to-left override", "\u202e"],
  ["isolates", "\u2066\u2069"],
  ["Hangul filler", "\u3164"],
  ["half-width Hangul filler", "\uffa0"],
  ["Mongolian vowel separator", "\u180e"],
  ["interlinear annotation", "\ufff9\ufffa\ufffb"],
  ["invisible times", "\u2062"],
  ["tags", "\u{e0001}\u{e0049}\u{e0067}\u{e006e}\u{e007f}"],
  ["variation selectors after a letter", "\ufe0f\ufe00"],
  ["variation selectors that carry bytes", "\u{e0100}\u{e0148}\u{e01ef}"],
  ["zero-width joiner between letters", "\u200d"],
  ["zero-width non-joiner between letters", "\u200c"],
  ["NUL", "\u0000"],
  ["escape", "\u001b"],
  ["C1 control", "\u009b"],
  ["bell and backspace", "\u0007\u0008"],
  ["reserved ignorable", "\u{e0fff}"],
];

describe("what a person does not see is removed:", () => {
  test.each(unseen)("%s", (_, hidden) => {
    expect(cleanText(`pay${hidden}pal`)).toBe("paypal");
    expect(cleanText(hidden.repeat(1000))).toBe("");
  });

  test.each(unseen)("%s as a character reference of HTML", (_, hidden) => {
    const codes = [...hidden].map((character) => character.codePointAt(0) ?? 0).filter((code) => code > 0);
    for (const write of [
      (code: number) => `&#${code};`,
      (code: number) => `&#x${code.toString(16)};`,
      (code: number) => `&#X000${code.toString(16).toUpperCase()};`,
      (code: number) => `&amp;#${code};`,
      (code: number) => `&amp;amp;#x${code.toString(16)};`,
      (code: number) => `&#38;#${code};`,
    ]) {
      expect(cleanText(`pay${codes.map(write).join("")}pal`), write(0x41)).toBe("paypal");
    }
  });

  test("by its name, and built up by removing another", () => {
    expect(cleanText("pay&ZeroWidthSpace;p&shy;al&zwnj;&zwj;&lrm;&rlm;&NoBreak;&shy")).toBe("paypal");
    expect(cleanText("pay&#82\u200b03;pal")).toBe("paypal");
    expect(cleanText("pay&#82&#8203;03;pal")).toBe("paypal");
    const nested = Array.from({ length: 40 }).reduce<string>((inner) => `&#8${inner}203;`, "&#8203;");
    expect(cleanText(nested)).not.toMatch(/\u200b/);
    expect(decodeReferences(cleanText(nested))).not.toMatch(/\u200b/);
  });
});

describe("what people write remains:", () => {
  test.each([
    "Grüße aus Zürich, naïve café – “quoted” … 100 % €",
    "日本語のメール、한국어 메일, 中文邮件",
    "שלום עולם, مرحبا بالعالم",
    "می‌خواهم",
    "क्‍ष and ന്‍",
    "👩‍👩‍👧‍👦 ❤️ ☎️ 1️⃣ 👍🏽 🏳️‍🌈 👩🏽‍💻",
    "a\tb\n\nc",
    "a &amp; b &lt;br&gt; &eacute; &#233; &nbsp;",
    "",
  ])("%j", (text) => {
    expect(cleanText(text)).toBe(text);
  });

  test("line breaks of all kinds become line feeds", () => {
    expect(cleanText("a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh")).toBe("a\nb\nc\nd\ne\nf\ng\nh");
  });

  test("no text is lost but what is not text", () => {
    expect(cleanText("a\ud800b\udfffc\uffffd\u{10ffff}e")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde");
  });
});

test("cleaning is idempotent, and leaves no ignorable character outside emoji and joined scripts", () => {
  const mixed = fc.string({
    unit: fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.constantFrom(...unseen.map(([, hidden]) => hidden), "&#8203;", "&amp;", "&#", "8203;", "&shy", ";", "a", "\n"),
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(mixed, (text) => {
      const cleaned = cleanText(text);
      expect(cleanText(cleaned)).toBe(cleaned);
      expect(cleaned).not.toMatch(/[\u200b\u2060-\u206f\u202a-\u202e\u200e\u200f\ufeff\u{e0000}-\u{e0fff}]/u);
      expect(cleaned).not.toMatch(/[\p{Cs}]|(?![\n\t])\p{Cc}/u);
      expect(decodeReferences(cleaned)).not.toMatch(/[\u200b\u2060-\u206f\u202a-\u202e\ufeff\u{e0000}-\u{e0fff}]/u);
    }),
    { numRuns: 2000 },
  );
});

test("long hostile texts are cleaned in linear time", () => {
  for (const part of ["\u200b", "&amp;", "&#8203;", "&#", "a\u200d", "\u{e0061}", "&amp;amp;#", "❤\ufe0f"]) {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    expect(
      cpuMs(() => cleanText(text)),
      part,
    ).toBeLessThan(3000);
  }
});

describe("a cleaned value", () => {
  test.each(Object.keys(actions) as ActionName[])("of %s still satisfies the output schema", (name) => {
    const schema = actions[name].outputSchema;
    const dirty = "a\u200bb\u202ec";
    const whole = schema["~standard"].validate({ success: false, error: dirty } as never);
    if ("then" in whole || whole.issues) throw new Error("not valid");
    const filled = JSON.parse(JSON.stringify(whole.value), (key, value: unknown) =>
      value === null && /name|id|subject|message|error/.test(key) ? dirty : value,
    );
    const cleaned = cleanValue(filled as Record<string, unknown>);
    const again = schema["~standard"].validate(cleaned as never);
    if ("then" in again) throw new Error("asynchronous");
    expect(again.issues).toBeUndefined();
    expect(JSON.stringify(cleaned)).not.toMatch(/\u200b|\u202e/);
    expect(cleaned["error"]).toBe("abc");
  });

  test("keeps everything but the unseen, names of properties included", () => {
    const value = { "a\u200b": [1, true, null, { b: "c\u2060" }], d: "é" };
    expect(cleanValue(value)).toEqual({ a: [1, true, null, { b: "c" }], d: "é" });
    expect(Object.hasOwn(cleanValue(JSON.parse('{"__proto__":"x"}') as object), "__proto__")).toBe(true);
  });
});
