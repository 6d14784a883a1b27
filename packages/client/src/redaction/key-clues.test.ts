import { describe, expect, test } from "vitest";
import { mayHoldKey } from "./key-clues.ts";

const key = "MDE5YTJiM2MtNGQ1ZS02ZjcwLTgxOTItYTNiNGM1ZDZl";
const base64 = btoa(key);
/** Created anew for each call, so that mutation runs see which test covers its creation. */
const isPossible = (json: string) => mayHoldKey(key, [base64])(json);

/** Every piece of a text with a given length. */
const pieces = (text: string, length: number) =>
  Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));

test("a text with the key, with 24 characters of it or with its base64 form may hold it", () => {
  expect(isPossible(`{"note":"${key}"}`)).toBe(true);
  expect(isPossible(`{"note":"${base64}"}`)).toBe(true);
  expect(pieces(key, 24).filter((piece) => !isPossible(`{"note":"${piece}"}`))).toEqual([]);
});

test("a text with any 24 characters of a key may hold it, whatever the length of the key", () => {
  // No letter is rare, so that the clue of each part is at its end.
  const letters = "3a9c5d1e7zrtplsn";
  const long = Array.from({ length: 90 }, (_, at) => letters[(at * at + 3 * at) % 16] ?? "").join("") + letters;
  for (let length = 24; length <= long.length; length += 1) {
    const one = long.slice(0, length);
    expect(pieces(one, 24).filter((piece) => !mayHoldKey(one, [])(`{"note":"${piece}"}`))).toEqual([]);
  }
});

test("a text with other words, or with the base64 form of another key, cannot hold it", () => {
  expect(isPossible('{"first_name":"Ada","company":"Analytical Engines"}')).toBe(false);
  expect(isPossible(`{"note":"${btoa(key.toLowerCase().replaceAll("z", "q"))}"}`)).toBe(false);
});

test("one clue of six characters stands for each piece, a rare one where there is one", () => {
  // Each character stands once, so that the clues that are looked for can be read off.
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const looksFor = (text: string) => pieces(text, 6).filter(mayHoldKey(text, []));
  // Of the first 24 letters the last six are used; from there on there are rare letters.
  expect(looksFor(letters)).toEqual(["stuvwx", "KLMNOP"]);
  expect(looksFor("abcdefQghijklmnopqrstuvwxyz")).toEqual(["Qghijk"]);
  expect(looksFor("abcdefgh")).toEqual(["cdefgh"]);
  expect(looksFor("Xbcdefgh")).toEqual(["Xbcdef"]);
});

test("the last 24 characters of a key have a clue of their own", () => {
  // The only clue of the first 24 characters begins with the first one.
  const longer = "Xabcdefghijklmnopqrstuvwx";
  expect(mayHoldKey(longer, [])(longer.slice(1))).toBe(true);
});

test("a clue has letters and digits only, which every encoding leaves as they are", () => {
  const slashed = "abcde/fghijk+lmnopq";
  expect(pieces(slashed, 6).filter(mayHoldKey(slashed, []))).toEqual(["lmnopq"]);
});

test("a key without such a part is in every text, and a key of less than 8 characters in none", () => {
  expect(mayHoldKey("ab/cd/ef/gh/ij", [])("{}")).toBe(true);
  expect(mayHoldKey("abcdefg", [])("abcdefg")).toBe(false);
  expect(mayHoldKey("abcdefgh", [])("abcdefgh")).toBe(true);
});

describe("a character that needs no encoding", () => {
  test.each([
    ["percent-encoded", "%41", "%5a", "%61", "%7A", "%39", "%30", "%4f", "%6f", "%50", "%70"],
    ["percent-encoded more than once", "%2541", "%252541"],
    ["as an escape of JSON", String.raw`\u0041`, String.raw`\u0030`],
    ["as an escape of JavaScript", String.raw`\x41`],
    ["as a percent sign that is an escape itself", String.raw`\u002541`],
    ["as an entity", "&#65;", "&#x41;", "&#x0041;", "&#0065;", "&#48;", "&#90;", "&#122;", "&#109;"],
    ["as an entity that is encoded itself", "&amp;#65;", "&#38;#65;"],
  ])("%s may belong to the key", (_, ...texts) => {
    expect(texts.filter((text) => !isPossible(`{"note":"${text}"}`))).toEqual([]);
  });

  test.each([
    ["what needs encoding", "%2F", "%20", "%40", "%60", "%5b", "%7b", "%C3%A9", "%3a", "&#39;", "&#x2f;", "&#132;"],
    ["other escapes", String.raw`\u00e9`, String.raw`\n`, String.raw`\"`, String.raw`\u2019`],
    ["percent signs and entities of prose", "100% of", "&amp; more", "&nbsp;", "x41", "0041", "#65;", "&65;"],
  ])("%s does not", (_, ...texts) => {
    expect(texts.filter((text) => isPossible(`{"note":"${text}"}`))).toEqual([]);
  });
});
