import fc from "fast-check";
import { expect, test } from "vitest";
import type { TemplatePart } from "./parse-template.ts";
import { parseTemplate } from "./parse-template.ts";

const written = (parts: readonly TemplatePart[]): string =>
  parts.map((part) => (typeof part === "string" ? part : part.raw)).join("");

test("the parts of a template add up to the template", () => {
  const piece = fc.constantFrom("{{", "}}", "{%", "%}", "{", "}", "%", "|", "RANDOM", "{{RANDOM|", " ", "a", "\n", ":");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const template = pieces.join("");
      expect(written(parseTemplate(template))).toBe(template);
    }),
    { numRuns: 5_000 },
  );
});

test("variants keep their order and are trimmed, including nested ones", () => {
  const [spintax] = parseTemplate("{{RANDOM | a | {{RANDOM|b| }} c | d {{e}} }}");
  expect(spintax).toMatchObject({
    kind: "spintax",
    variants: [
      ["a"],
      ["", { kind: "spintax", variants: [["b"], [""]] }, " c"],
      ["d ", { kind: "variable", name: "e" }, ""],
    ],
  });
});
