import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { comparableText, isAlike } from "./text-likeness.ts";

const words = fc
  .array(fc.stringMatching(/^\p{L}{4,9}$/u, { size: "small" }), { minLength: 5, maxLength: 30 })
  .map((list) => list.join(" "));

/** How servers change a text that they store. */
const changes: Readonly<Record<string, (text: string) => string>> = {
  trim: (text) => text.trim(),
  prefix: (text) => `Re: ${text}`,
  "NFC and NFD": (text) => text.normalize("NFD"),
  NFKC: (text) => text.normalize("NFKC"),
  shorten: (text) => `${[...text].slice(0, 20).join("")}…`,
  "cut the beginning off": (text) => [...text].slice(-20).join(""),
  escape: (text) => text.replaceAll(/[^ -~]/gu, (character) => `&#${character.codePointAt(0)};`),
  "escape twice": (text) =>
    text.replaceAll(/[^ -~]/gu, (character) => `&amp;#x${character.codePointAt(0)?.toString(16)};`),
  "change the case": (text) => text.toUpperCase(),
  "collapse or add white space": (text) => text.replaceAll(" ", " \u00a0\r\n"),
  "add characters that are not seen": (text) => [...text].join("\u200b"),
  "drop one word of five": (text) =>
    text
      .split(" ")
      .filter((_, at) => at % 5 !== 4)
      .join(" "),
  "append a signature": (text) => `${text}\n-- \nMara Klein`,
};

describe.each(Object.entries(changes))("a text whose server does this: %s", (_, change) => {
  test("stays like itself", () => {
    fc.assert(
      fc.property(words, (text) => {
        const [one, other] = [comparableText(text), comparableText(change(text))];
        expect(isAlike(one, other)).toBe(true);
        expect(isAlike(other, one)).toBe(true);
      }),
    );
  });
});

test.each([
  ["Your invoice", "hello Zoë"],
  ["Autumn", "Spring"],
  ["Thursday at ten works for us.", "The second reminder of your invoice is on its way, and it will be the last one."],
  ["東京の会議は木曜日です", "請求書の二回目のお知らせ"],
])("%j is unlike %j", (one, other) => {
  expect(isAlike(comparableText(one), comparableText(other))).toBe(false);
});

test.each([
  ["nothing", ""],
  ["no letters", "?!"],
  ["an emoji", "👍"],
])("a text of %s may have been anything", (_, text) => {
  expect(isAlike(comparableText(text), comparableText("Thursday at ten works for us."))).toBe(true);
});

describe("a comparable text", () => {
  test.each([
    ["<p>Ten o&#39;clock?</p>", "teno'clock?"],
    ["<style>p { color: red }</style><p>Ten</p>", "ten"],
    ["<script>1 < 2</script><title>mail</title>Ten<!-- <b>x</b> -->", "ten"],
    ["<STYLE type='a'>b</STYLE >Ten", "ten"],
    ["a &lt;b&gt; &amp;lt;c&amp;gt; &unknown;", "a<b><c>&unknown;"],
    ["&#0;&#x110000;&#1114112;", "\u0000&#x110000;&#1114112;"],
  ])("of %j is %j", (html, exact) => {
    expect(comparableText(html, true).exact).toBe(exact);
  });

  test("of a long text tells its end, too", () => {
    const long = "a ".repeat(100_000);
    expect(comparableText(`${long}b`).exact).not.toBe(comparableText(`${long}c`).exact);
  });

  test.each([undefined, null, 7, {}, ["a"]])("of %j is empty", (value) => {
    expect(comparableText(value)).toEqual({ exact: "", letters: "" });
  });

  test.each(["<", "&", "<style>", "<!--", "&amp;", "a", "<a", "&#1"])("of 200 kB of %j is made at once", (part) => {
    const text = part.repeat(200_000 / part.length);
    expect(cpuMs(() => isAlike(comparableText(text, true), comparableText(`x${text}`, true)))).toBeLessThan(1_000);
  });
});

describe("the letters of a text", () => {
  test.each([
    ["Café & Co. (12)", "cafeco12"],
    ["ＡＢＣ ﬁn", "abcfin"],
    ["東京 7", "東京7"],
    ["Tom &amp; Zo&euml", "tomzo"],
    ["Tom &am", "tom"],
    ["Tom &am…", "tom"],
    ["Tom &#12", "tom"],
    ["Tom &", "tom"],
    ["Tom & Anna", "tomanna"],
    ["Tom &anniversary", "tomanniversary"],
    ["Tom &am but more", "tomambutmore"],
  ])("of %j are %j", (text, letters) => {
    expect(comparableText(text).letters).toBe(letters);
  });

  test("end after 50,000 characters", () => {
    expect(comparableText("ab".repeat(30_000)).letters).toBe("ab".repeat(25_000));
  });
});

describe("what a server changes and nobody reads", () => {
  test.each([
    ["&lt;&gt;&quot;&apos;&amp;", "<>\"'&"],
    ["a&nbsp;b", "ab"],
    ["&AMP;&Lt;&#XEB;&#xeb;&#235;", "&<ëëë"],
    ["&amp;amp;lt;", "<"],
    ["&amp;amp;amp;lt;", "&lt;"],
    ["a&#x10ffff;b&#1114111;", "a\u{10ffff}b\u{10ffff}"],
    ["&a;&toolongname;&#;&#x;&#12345678;", "&a;&toolongname;&#;&#x;&#12345678;"],
    ["<b>Ten</b>", "<b>ten</b>"],
    ["Zo\u0065\u0308", "zoë"],
  ])("in a text: %j is %j", (text, exact) => {
    expect(comparableText(text).exact).toBe(exact);
  });

  test.each([
    ["a<b>c</b>d", "acd"],
    ["1 < 2", "1<2"],
    ["a<style>b", "ab"],
    ["a<!--b", "a<!--b"],
    ["a<!--b-->c", "ac"],
    ["a<!--b>c-->d", "ad"],
    ["a<script>b</script>c<title>d</title>e", "ace"],
    ["a<scripts>b</scripts>c", "abc"],
    ["a<TITLE>b</TITLE>c", "ac"],
    ["a<!--b<style>c-->d</style>e", "a<!--bde"],
    ["<style>a</style>--&gt;b", "-->b"],
  ])("in HTML: %j is %j", (html, exact) => {
    expect(comparableText(html, true).exact).toBe(exact);
  });
});

describe("two texts are alike", () => {
  const alike = (one: string, other: string) => {
    const found = isAlike(comparableText(one), comparableText(other));
    expect(isAlike(comparableText(other), comparableText(one)), "in both directions").toBe(found);
    return found;
  };
  const pieces = "abcd zzefgh zzijkl";

  test.each<[string, string, string, boolean]>([
    ["of no letters, if they are equal", "?!", "? !", true],
    ["of two letters, if one is in the other", "ab", "xaby", true],
    ["of two letters, and not if they only share one", "ab", "xyb", false],
    ["of three letters, if one is in the other", "abc", "xabcx", true],
    ["of three letters, and not in another order", "abc", "xacbx", false],
    ["of eleven letters, if they share one run of three", "abcdefghijk", "xxabcxxxxxxxxx", true],
    ["of twelve letters, if they share half of their ten runs", "abcdefghijkl", "abcdefgxxxxx", true],
    ["of twelve letters, and not if they share four", "abcdefghijkl", "abcdefuvwxyz", false],
    [
      "of twelve letters, if they share half of the runs of the one that has fewer",
      "abcdefghijkl",
      "abcdefxxxxxx",
      true,
    ],
    ["if what is shared is spread, in less than 60 letters", "abcdefghijkl", pieces.padEnd(59 + 2, "z"), true],
    ["and not in 60, where the runs have five letters", "abcdefghijkl", pieces.padEnd(60 + 2, "z"), false],
    ["if they share half of the runs of five", "abcdefghijkl", "abcdefgh".padEnd(60, "z"), true],
    ["and not if they share fewer", "abcdefghijkl", "abcdefg".padEnd(60, "z"), false],
    ["if four letters are in 60", "abcd", "abcd".padStart(60, "z"), true],
    ["and not if four letters are not", "abcd", "abdc".padStart(60, "z"), false],
    ["if they share the last run alone", "defabc", "xxxxabc", true],
  ])("%s", (_, one, other, expected) => {
    expect(alike(one, other)).toBe(expected);
  });
});
