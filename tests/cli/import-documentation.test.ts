import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { startCommand } from "./support/command-process.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "import-documentation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function block(file: string, mark: string): string {
  const found = new RegExp(`\`\`\`${mark}\\n([\\s\\S]*?)\\n\`\`\``).exec(readFileSync(path.join(root, file), "utf8"));
  if (found?.[1] === undefined) throw new Error(`${file} has no block ${mark}`);
  return found[1];
}
// The sandbox of --sandbox; nothing is called at this address.
const nowhere = { url: "http://127.0.0.1:9", keys: { full: "key" } } as Parameters<typeof startCommand>[0];
const run = (words: readonly string[]) => startCommand(nowhere, folder, words).ended;

test("the README and docs/lead-import.md show what an import prints and writes", async () => {
  writeFileSync(path.join(folder, "leads.csv"), `${block("docs/lead-import.md", "text csv")}\n`);
  const created = await run(["lead-lists", "create", "--name", "Dentists in Porto", "--sandbox"]);
  expect(created).toMatchObject({ code: 0 });
  const [line = "", ...printed] = block("packages/cli/README.md", "text import").split("\n");
  const words = line.replace("$ modulex-instantly ", "").split(" ");
  expect(await run(words)).toEqual({ code: 0, stdout: `${printed.join("\n")}\n`, stderr: "" });
  const results = readFileSync(path.join(folder, "leads.csv.results.jsonl"), "utf8").trimEnd().split("\n");
  expect(results.slice(1)).toEqual(block("docs/lead-import.md", "text result").split("\n"));
});
