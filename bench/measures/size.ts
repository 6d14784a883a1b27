import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { readTask, sendToParent } from "../harness/child-process.ts";
import { formatNumber } from "../report/format-figure.ts";
import type { Section } from "../report/section.ts";

const ENTRIES: Readonly<Record<string, string>> = {
  "this client": `export { createInstantlyClient } from "@modulex-instantly/client";`,
  "this client, every export": `export * from "@modulex-instantly/client";`,
  "openapi-fetch": `export { default } from "openapi-fetch";`,
  ky: `export { default } from "ky";`,
  "octokit's core, retry, throttling, paginate": `export { Octokit } from "@octokit/core"; export { retry } from "@octokit/plugin-retry"; export { throttling } from "@octokit/plugin-throttling"; export { paginateRest } from "@octokit/plugin-paginate-rest";`,
  "openai (the whole client)": `export { default } from "openai";`,
};

async function size(): Promise<Section> {
  const sizes = new Map<string, number>();
  for (const [name, contents] of Object.entries(ENTRIES)) sizes.set(name, await packedKilobytes(contents));
  return {
    title: "Size",
    method:
      "The built package and its dependencies, bundled and minified by esbuild for browsers, then compressed with gzip at " +
      "level 9. 1 kB is 1,000 bytes. Dynamic imports (reconcile) are not counted.",
    figures: [
      {
        what: "client with openapi-fetch, minified and gzipped",
        measured: sizes.get("this client") ?? Number.NaN,
        unit: "kB",
        goal: { atMost: 8, allowance: 0, missedBecause: "docs/decisions/0002-size-of-the-client.md" },
      },
    ],
    table: {
      head: ["bundle", "kB, minified and gzipped"],
      rows: [...sizes].map(([name, kilobytes]) => [name, formatNumber(kilobytes)]),
    },
  };
}

async function packedKilobytes(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)) },
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    outdir: "out",
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  // The entry and its static imports; other chunks are loaded on demand.
  const entry = outputFiles.find(({ path }) => path.endsWith("stdin.js"));
  if (!entry) throw new Error("esbuild wrote no entry");
  const needed = outputFiles.filter((file) => file === entry || isImportedAtOnce(entry.text, file.path));
  return needed.reduce((total, { contents: bytes }) => total + gzipSync(bytes, { level: 9 }).length, 0) / 1_000;
}

function isImportedAtOnce(entry: string, path: string): boolean {
  const name = path.split("/").at(-1) ?? path;
  return new RegExp(`(from|import)"\\./${name.replaceAll(".", "\\.")}"`).test(entry);
}

readTask();
sendToParent(await size());
