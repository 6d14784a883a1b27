import { readFile } from "node:fs/promises";
import path from "node:path";
import { documentationFiles } from "../../scripts/docs/source/documentation-files.ts";
import type { CodeBlock } from "./code-block.ts";
import { codeBlocks } from "./code-block.ts";

/** The tests of the sandbox run the blocks of its README; tests/agents has the frameworks of the agents' page, and tests/packed those of CommonJS. */
const ELSEWHERE = ["packages/sandbox/README.md", "docs/agents.md", "docs/commonjs.md"];

/** Every fenced block of the documentation. */
export async function documentedBlocks(root: string): Promise<CodeBlock[]> {
  const files = (await documentationFiles(root)).filter((file) => !ELSEWHERE.includes(file));
  const blocks = await Promise.all(
    files.map(async (file) => codeBlocks(file, await readFile(path.join(root, file), "utf8"))),
  );
  return blocks.flat();
}
