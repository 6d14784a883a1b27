import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../packages/sandbox/ui");
const LIMIT = 80_000;

test(`the page of the sandbox has at most ${LIMIT.toLocaleString("en")} bytes, compressed`, () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    // The licences of the libraries lie beside the page, which does not load them.
    .filter((entry) => entry.isFile() && entry.name !== "third-party.txt")
    .map((entry) => path.join(entry.parentPath, entry.name));
  const sizes = files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`the page: ${files.length} files, ${total.toLocaleString("en")} B compressed`);
  expect(files.some((file) => file.endsWith(".js"))).toBe(true);
  expect(total).toBeLessThanOrEqual(LIMIT);
});
