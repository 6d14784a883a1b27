import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { recordingSvg, tourLines } from "../../scripts/docs/recording.ts";

const root = path.resolve(import.meta.dirname, "../..");

it("docs/pictures/tour.svg shows what the tour prints; `pnpm docs:pictures` writes it", async () => {
  const lines = await tourLines(root);
  expect(lines.length).toBeGreaterThan(20);
  const recorded = await readFile(path.join(root, "docs/pictures/tour.svg"), "utf8");
  expect(recorded).toBe(recordingSvg("An outreach with all actions on the sandbox", lines));
});
