import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { missingChangesets } from "../../../tests/workflows/missing-changesets.ts";
import { withoutProse } from "../../spec/without-prose.ts";
import { exitCode } from "../report/exit-code.ts";
import { mutations } from "../testing/mutations.ts";
import { UpdateFixture } from "../testing/update-fixture.ts";
import { remainingText, updateText } from "./update-text.ts";

let fixture: UpdateFixture;
beforeAll(async () => {
  fixture = await UpdateFixture.prepare();
}, 60_000);
afterAll(() => fixture.end());
beforeEach(() => fixture.start());

const placeOf = (place: string) => place.replace(/:\d+$/, "");

// `pnpm test:drift` runs the command itself for each of them, with build and tests.
describe("an update for", { timeout: 60_000 }, () => {
  it.each(mutations)("$name", async ({ change, code, applied, decisions, remaining }) => {
    const before = new Map(fixture.derivedFiles());
    const result = await fixture.run(change);
    expect(result.applied.map(({ kind }) => kind)).toEqual(applied);
    expect(result.left.findings.map(({ kind, place }) => `${kind} ${place}`).sort()).toEqual([...decisions].sort());
    expect(result.remaining.map(({ place, what }) => `${placeOf(place)}: ${what}`).sort()).toEqual(
      [...remaining].sort(),
    );
    const drift = exitCode(result.left);
    expect(drift || (result.remaining.length > 0 ? 6 : 0)).toBe(code);
    for (const { place } of result.remaining.filter(({ place: at }) => at.startsWith("spec/"))) {
      const [file = "", line] = place.split(":");
      expect(fixture.read(file).split("\n")[Number(line) - 1], place).toMatch(/not described here yet/i);
    }
    const text = updateText(result, fixture.pathOf("spec")) + remainingText(result.remaining);
    for (const line of [...decisions, ...remaining.map((item) => item.slice(item.indexOf(": ") + 2))])
      expect(text).toContain(line);
    // The commit of the update passes the changeset gate.
    const changed = [...fixture.derivedFiles()].map(([file, after]) => ({
      path: file,
      status: "M",
      isProse: before.get(file) === after || withoutProse(file, before.get(file) ?? "") === withoutProse(file, after),
    }));
    const changesets = fixture.changesets().map((name) => fixture.read(`.changeset/${name}`));
    expect(missingChangesets(changed, changesets, () => false)).toEqual([]);
    for (const changeset of changesets) {
      expect(changeset).toMatch(/^- \*\*Cause\.\*\* .+\.\n- \*\*Effect\.\*\* .+\.\n- \*\*Who must act\.\*\* .+\.\n$/m);
    }
  });

  it("at least ten kinds of changes", () => {
    expect(new Set(mutations.map(({ name }) => name)).size).toBeGreaterThanOrEqual(10);
  });
});
