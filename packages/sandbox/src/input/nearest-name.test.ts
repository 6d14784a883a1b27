import { expect, test } from "vitest";
import { suggestion } from "./nearest-name.ts";

const scenarios = ["empty", "outreach", "replies", "pages"];

test.each([
  ["replys", scenarios, "replies"],
  ["reply", scenarios, "replies"], // as far from "empty", which begins otherwise
  ["out", scenarios, "outreach"],
  ["doc", ["live", "document"], "document"],
  ["snapshot", ["seed", "snapshotFile"], "snapshotFile"],
])("%s among %j is %s", (word, known, found) => {
  expect(suggestion(word, known)).toBe(`; did you mean "${found}"?`);
});

test.each(["", "x", "something-else"])('"%s" is like none', (word) => {
  expect(suggestion(word, scenarios)).toBe("");
});
