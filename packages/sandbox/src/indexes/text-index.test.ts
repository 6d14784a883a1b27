import fc from "fast-check";
import { expect, test } from "vitest";
import { CursorIntersection } from "./row-cursor.ts";
import { TextIndex } from "./text-index.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", "東", "@", "\u0307"), maxLength: 8 });
const wantedText = fc.string({ unit: fc.constantFrom("a", "b", "é", "東"), minLength: 1, maxLength: 4 });

test("no row with the text is missing, whatever its length", () => {
  let candidates = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, letters), { maxLength: 60 }), wantedText, (texts, wanted) => {
      const index = new TextIndex();
      for (const [row, both] of texts.entries()) for (const text of both) index.add(3 * row, text);
      const rows = rowsWith(index, wanted);
      candidates += rows.length;
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      const expected = texts.flatMap((both, row) => (both.some((text) => text.includes(wanted)) ? [3 * row] : []));
      expect(expected.filter((row) => !rows.includes(row))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(candidates).toBeGreaterThan(100);
});

test("rows are skipped without their text when a trigram of the wanted text is rare", () => {
  const index = new TextIndex();
  for (let row = 0; row < 10_000; row += 1) index.add(row, `ada.berg.${row}@kestrel.example.com`);
  expect(rowsWith(index, "zzz")).toEqual([]);
  expect(rowsWith(index, "zq")).toEqual([]);
  expect(rowsWith(index, "berg.ada")).toEqual([]);
  expect(rowsWith(index, ".7778@")).toEqual([7778]);
  expect(rowsWith(index, "z")).toEqual([]);
  expect(rowsWith(index, "k").length).toBe(10_000);
});

function rowsWith(index: TextIndex, text: string): number[] {
  const [first, ...others] = index.candidates(text);
  if (first === undefined) return [];
  const cursor = new CursorIntersection([first, ...others]);
  const rows: number[] = [];
  for (let row = cursor.firstFrom(0); row !== undefined; row = cursor.firstFrom(row + 1)) rows.push(row);
  return rows;
}
