import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { unwrittenParts } from "../../scripts/drift/remaining/unwritten-parts.ts";
import { root } from "./spec-copy.ts";

const spec = path.join(root, "spec");

test("nothing that pnpm spec:update has added still waits for a description", () => {
  expect(unwrittenParts(spec)).toEqual([]);
});

test("a placeholder is named with its file, its line and what to write", async () => {
  const copy = await mkdtemp(path.join(tmpdir(), "modulex-instantly-spec-"));
  try {
    await cp(path.join(spec, "schemas"), path.join(copy, "schemas"), { recursive: true });
    const file = path.join(copy, "schemas/Lead.yaml");
    const text = await readFile(file, "utf8");
    const added =
      "  owner:\n    type: string\n    description: New in the vendor's document and not described here yet. [S]\n";
    await writeFile(file, `${text.trimEnd()}\n${added}`);
    const place = `spec/schemas/Lead.yaml:${text.trimEnd().split("\n").length + 3}`;
    expect(unwrittenParts(copy)).toEqual([{ place, what: "describe owner in your own words" }]);
  } finally {
    await rm(copy, { recursive: true });
  }
});
