import { expect, test } from "vitest";
import { cpuMs } from "../../../../tests/support/cpu-time.ts";
import { isBlank, isBlankHtml } from "./blank-text.ts";

test.each([
  "",
  " ",
  "\t\r\n",
  "\u00a0",
  "\u200b\u200c\u200d",
  "\ufeff",
  "\u2060",
  "\u00ad",
  "\u3164",
  "\u2800",
  "\u0000\u202e",
])("%j is blank", (text) => {
  expect(isBlank(text)).toBe(true);
  expect(isBlankHtml(text)).toBe(true);
});

test.each(["a", " . ", "\u200ba", "0", "👩‍👩‍👧", "é", "\ud800", "-"])("%j is not blank", (text) => {
  expect(isBlank(text)).toBe(false);
  expect(isBlankHtml(text)).toBe(false);
});

test.each(["<p></p>", "<br>&nbsp;<BR/>", "&#8203;&#x200B;&#160;", "<div style='x'> </div>", "<!-- -->"])(
  "%s is blank HTML",
  (html) => {
    expect(isBlankHtml(html)).toBe(true);
    expect(isBlank(html)).toBe(false);
  },
);

test.each(["<p>x</p>", "<IMG src=x>", "&lt;", "&#97;", "&#99999999;", "1 < 2", "<"])("%s is not blank HTML", (html) => {
  expect(isBlankHtml(html)).toBe(false);
});

test("the time grows at most linearly with the text", () => {
  for (const part of ["<", ">", "< ", "&", "&#", "\u200b", "<!--"]) {
    expect(cpuMs(() => isBlankHtml(`${part.repeat(300_000)}x`))).toBeLessThan(1_000);
  }
});
