import fc from "fast-check";
import { expect, test } from "vitest";
import { RowIntersection, RowSet } from "./row-set.ts";

const row = fc.oneof(fc.nat(40), fc.integer({ min: 200, max: 300 }), fc.nat(5000));
const change = fc.record({ set: fc.nat(3), row, adds: fc.boolean() });

test("sets and their intersections are those of plain sets", () => {
  let rows = 0;
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 400 }),
      fc.array(row, { maxLength: 50 }),
      row,
      (changes, shared, start) => {
        const sets = Array.from({ length: 4 }, () => new RowSet());
        const plain = Array.from({ length: 4 }, () => new Set<number>());
        for (const { set, row: one, adds } of [
          ...changes,
          ...shared.map((one) => ({ set: 0, row: one, adds: true })),
        ]) {
          if (adds) sets[set]?.add(one);
          else sets[set]?.delete(one);
          if (adds) plain[set]?.add(one);
          else plain[set]?.delete(one);
        }
        expect(sets.map(({ size }) => size)).toEqual(plain.map(({ size }) => size));
        for (const one of shared) expect(sets.map((set) => set.has(one))).toEqual(plain.map((set) => set.has(one)));
        const [a, b, c, d] = sets as [RowSet, RowSet, RowSet, RowSet];
        const [pa, pb, pc, pd] = plain as [Set<number>, Set<number>, Set<number>, Set<number>];
        const sorted = [...pa].sort((x, y) => x - y).filter((one) => one >= start);
        expect(rowsOf(new RowIntersection([a], []), start)).toEqual(sorted);
        expect(rowsOf(new RowIntersection([a, b], []), start)).toEqual(sorted.filter((one) => pb.has(one)));
        const left = sorted.filter((one) => !pc.has(one) && !pd.has(one));
        expect(rowsOf(new RowIntersection([a], [c, d]), start)).toEqual(left);
        const of = (): RowIntersection => new RowIntersection([a], [c, d]);
        for (const count of [0, 1, Math.floor(left.length / 2), left.length, left.length + 5]) {
          expect(of().skip(start, count)).toEqual({ row: left[count], skipped: Math.min(count, left.length) });
        }
        rows += left.length;
      },
    ),
  );
  expect(rows).toBeGreaterThan(100);
});

function rowsOf(cursor: RowIntersection, start: number): number[] {
  const rows: number[] = [];
  for (let next = cursor.firstFrom(start); next !== undefined; next = cursor.firstFrom(next + 1)) rows.push(next);
  return rows;
}
