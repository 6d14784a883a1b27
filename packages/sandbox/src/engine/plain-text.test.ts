import fc from "fast-check";
import { expect, test } from "vitest";
import { preview } from "./plain-text.ts";

const pieces = fc.array(fc.constantFrom("word", " ", "\n", "\t".repeat(1999), " ".repeat(2500), "x".repeat(300)), {
  maxLength: 20,
});

test("a preview is the beginning of the whole text on one line", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      expect(preview(text)).toBe(text.replaceAll(/\s+/g, " ").trim().slice(0, 200));
    }),
  );
});
