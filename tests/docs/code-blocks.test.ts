import path from "node:path";
import { parse as parseToml } from "smol-toml";
import { beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { loadSiteSource } from "../../scripts/docs/source/load-site-source.ts";
import { sampleRun } from "../../scripts/docs/source/sample-run.ts";
import type { CodeBlock } from "./code-block.ts";
import { codeBlocks, placeOf } from "./code-block.ts";
import type { CompiledBlock } from "./compile-blocks.ts";
import { compileBlocks } from "./compile-blocks.ts";
import { documentedBlocks } from "./documented-blocks.ts";
import { runScript, runShell } from "./run-block.ts";
import { shellProblems } from "./shell-commands.ts";

const root = path.resolve(import.meta.dirname, "../..");
const blocks = await documentedBlocks(root);
const titled = (language: string, mark?: string): [string, CodeBlock][] =>
  blocks
    .filter((block) => block.language === language && (mark === undefined || block.mark === mark))
    .map((block) => [placeOf(block), block]);

/** The site shows how to call each operation and run each action; this code must compile, too. */
const source = await loadSiteSource(root);
const client =
  'import { createInstantlyClient } from "@modulex-instantly/client";\nconst instantly = createInstantlyClient({ apiKey: "" });\n';
const shown = codeBlocks(
  "docs-dist",
  [
    ...[...source.calls.values()].map(({ code }) => `${client}${code}\nconsole.log(${resultNameOf(code)});`),
    ...source.actions.map(sampleRun),
  ]
    .map((code) => `\`\`\`ts\n${code}\n\`\`\``)
    .join("\n\n"),
);

const madeUp = codeBlocks(
  "made-up.md",
  [
    "```ts\nconsole.log(process.env['INSTANTLY_BASE_URL']?.length !== undefined);\n```",
    "```text output\ntrue\n```",
    '```ts\nconst count: number = "many";\nconsole.log(count);\n```',
    "```ts\nthrow new Error('broken');\n```",
    "```ts\nawait fetch('https://api.instantly.ai');\n```",
  ].join("\n\n"),
).filter(({ language }) => language === "ts");

let compiled: ReadonlyMap<CodeBlock, CompiledBlock>;
const compiledOf = (block: CodeBlock): CompiledBlock => {
  const found = compiled.get(block);
  if (!found) throw new Error(`${placeOf(block)} was not compiled`);
  return found;
};

/** The name of the constant to which a call is assigned. */
function resultNameOf(code: string): string {
  return /^const (?:\{ )?(\w+)/.exec(code)?.[1] ?? "";
}

/** All blocks are compiled together; each runs by itself. */
const RUN_MS = 60_000;

beforeAll(async () => {
  const folder = path.join(root, "tests/.reports/documentation");
  const chosen = [...titled("ts").map(([, block]) => block), ...shown, ...madeUp];
  compiled = new Map((await compileBlocks(root, folder, chosen)).map((each) => [each.block, each]));
}, RUN_MS);

describe("code blocks of the documentation", () => {
  it("have the right language", () => {
    const known = ["ts", "sh", "json", "yaml", "toml", "text"];
    const unknown = blocks.filter(({ language }) => !known.includes(language));
    expect(unknown.map((block) => `${placeOf(block)} is fenced as "${block.language}"`)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it.each(titled("json"))("%s is JSON", (_, { code }) => {
    expect(() => JSON.parse(code)).not.toThrow();
  });

  it.each(titled("yaml"))("%s is YAML", (_, { code }) => {
    expect(parseAllDocuments(code).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it.each(titled("toml"))("%s is TOML", (_, { code }) => {
    expect(() => parseToml(code)).not.toThrow();
  });

  it.each(titled("sh"))("%s only has commands that exist", (_, { code }) => {
    expect(shellProblems(code, root)).toEqual([]);
  });
});

describe("ts blocks", () => {
  it.each(titled("ts"))(
    "%s compiles and runs",
    async (_, block) => {
      const { problems, script } = compiledOf(block);
      expect(problems).toEqual([]);
      const { code, stdout, stderr, replies } = await runScript(script);
      expect(`${stderr}exit ${code}`).toMatch(/^((?! {4}at )[\s\S])*exit 0$/);
      if (block.output !== undefined) expect(stdout.trimEnd()).toBe(block.output);
      // Copied as it is, no block answers an automatic reply or writes a second "Re:".
      const wrong = replies.filter(
        ({ to, subject }) => /^out-of-office/.test(to[0] ?? "") || /^(re:\s*){2}/i.test(subject),
      );
      expect(wrong.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([]);
    },
    RUN_MS,
  );
});

describe("programs of the site", () => {
  it("compile", () => {
    expect(shown).toHaveLength(source.operations.length + source.actions.length);
    expect(shown.flatMap((block) => compiledOf(block).problems)).toEqual([]);
  });
});

describe.runIf(titled("sh", "run").length > 0)("sh blocks marked run", () => {
  it.each(titled("sh", "run"))(
    "%s runs",
    async (_, { code, output }) => {
      const ended = await runShell(code, root);
      expect(ended, ended.stderr).toMatchObject({ code: 0 });
      if (output !== undefined) expect(ended.stdout.trimEnd()).toBe(output);
    },
    RUN_MS,
  );
});

describe("the checks of code blocks", () => {
  it("detect a type error", () => {
    expect(madeUp.map((block) => compiledOf(block).problems)).toEqual([
      [],
      ["made-up.md:10:7 Type 'string' is not assignable to type 'number'."],
      [],
      [],
    ]);
  });

  it(
    "detect different output, an exception, and a call to the real API",
    async () => {
      const [good, , loud, far] = await Promise.all(madeUp.map((block) => runScript(compiledOf(block).script)));
      expect(good?.stdout.trimEnd()).toBe(madeUp[0]?.output);
      expect(loud).toMatchObject({ code: 1, stderr: expect.stringContaining("broken") });
      expect(far).toMatchObject({ code: 1, stderr: expect.stringContaining("api.instantly.ai") });
    },
    RUN_MS,
  );

  it("detect commands, scripts and packages that do not exist", () => {
    const problems = (code: string): string[] => shellProblems(code, root);
    expect(problems("pnpm test # all\nnpx -y pnpm@10.34.9 start && git status")).toEqual([]);
    expect(problems("npm install @modulex-instantly/client")).toEqual([]);
    expect(problems("pnpm tset")).toEqual(["pnpm tset: package.json has no such script"]);
    expect(problems("npx pnpm@9.0.0 test")).toEqual(["npx pnpm@9.0.0 test: this repository uses pnpm@10.34.9"]);
    expect(problems("npm install @modulex-instantly/clinet")).toHaveLength(1);
    expect(problems("./nowhere.sh")).toEqual(["./nowhere.sh does not exist"]);
    expect(problems("node packages/sandbox/bin/modulex-instantly-sandbox.js --port 4010")).toEqual([]);
    expect(problems("node nowhere.js")).toEqual(["nowhere.js does not exist"]);
    expect(problems("node --version")).toHaveLength(1);
    expect(problems("pnpm --dir packages/inspector dev")).toEqual([]);
    expect(problems("pnpm --dir packages/inspector nowhere")).toEqual([
      "pnpm nowhere: package.json has no such script",
    ]);
    expect(problems("kubectl get pods")).toHaveLength(1);
  });

  it("run a shell block next to the sandbox, and stop at the first failure", async () => {
    const ended = await runShell('echo "$INSTANTLY_BASE_URL"; false; echo later', root);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  });
});
