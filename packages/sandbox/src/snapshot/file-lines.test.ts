import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { fileLines } from "./file-lines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sandbox-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["", "\n", "one", "one\n", "one\ntwo", "\n\none\n\n", "Zürich 東京 🙂\n{}\nçé"])(
  "%j has the lines it has, whatever the size of the pieces",
  (text) => {
    const file = path.join(folder, "text");
    writeFileSync(file, text);
    for (const bytes of [1, 2, 3, 7, 100])
      expect(fileLines(file, bytes), `pieces of ${bytes}`).toEqual(text.split("\n"));
    expect(fileLines(file)).toEqual(text.split("\n"));
  },
);
