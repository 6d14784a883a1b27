import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { startSandbox } from "@modulex-instantly/sandbox";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { codeBlocks, placeOf } from "../docs/code-block.ts";
import { compileBlocks } from "../docs/compile-blocks.ts";
import { fakeApi } from "./support/fake-api.ts";

// The blocks of docs/agents.md compile and run. tests/docs runs those of all other pages.

const root = path.resolve(import.meta.dirname, "../..");
const page = "docs/agents.md";
const blocks = codeBlocks(page, await readFile(path.join(root, page), "utf8")).filter(
  ({ language }) => language === "ts",
);
let compiled: Awaited<ReturnType<typeof compileBlocks>>;

beforeAll(async () => {
  // The types of LangChain's middleware do not compile with exactOptionalPropertyTypes.
  const flags = { exactOptionalPropertyTypes: false };
  compiled = await compileBlocks(root, path.resolve(import.meta.dirname, ".reports/documentation"), blocks, flags);
}, 120_000);

const answer = "Yes, there is one.";
const usage = { input_tokens: 1, output_tokens: 1 };
const call = { name: "list_campaigns", arguments: '{"limit":5}' };

/** Two turns of each provider: a call of list_campaigns, then the answer. */
const turns = {
  openai: [
    {
      id: "r1",
      object: "response",
      output: [{ type: "function_call", id: "f", call_id: "c", status: "completed", ...call }],
    },
    {
      id: "r2",
      object: "response",
      output: [
        {
          type: "message",
          id: "m",
          role: "assistant",
          content: [{ type: "output_text", text: answer, annotations: [] }],
        },
      ],
    },
  ],
  anthropic: [
    {
      type: "message",
      role: "assistant",
      stop_reason: "tool_use",
      usage,
      content: [{ type: "tool_use", id: "t", name: call.name, input: { limit: 5 } }],
    },
    { type: "message", role: "assistant", stop_reason: "end_turn", usage, content: [{ type: "text", text: answer }] },
  ],
};

test("every framework of the page has a block", () => {
  expect(blocks.length).toBe(8);
});

test.each(blocks.map((block) => [placeOf(block), block] as const))("%s compiles and runs", async (_, block) => {
  const found = compiled.find((each) => each.block === block);
  expect(found?.problems).toEqual([]);
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  sandbox.load("replies");
  const [openai, anthropic] = [await fakeApi(turns.openai), await fakeApi(turns.anthropic)];
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  const env = {
    PATH,
    HOME,
    NODE_OPTIONS,
    INSTANTLY_API_KEY: sandbox.keys.full,
    INSTANTLY_BASE_URL: sandbox.url,
    OPENAI_API_KEY: "x",
    OPENAI_BASE_URL: openai.url,
    ANTHROPIC_API_KEY: "x",
    ANTHROPIC_BASE_URL: anthropic.url,
  };
  const ended = await new Promise<{ error: Error | null; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [found?.script ?? ""], { env, timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ error, stdout, stderr }),
    );
  });
  expect(ended.error, ended.stderr).toBeNull();
  if (block.output !== undefined) expect(ended.stdout.trimEnd()).toBe(block.output);
});
