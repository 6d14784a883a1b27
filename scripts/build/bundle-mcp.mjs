/**
 * Bundles the MCP server. Runs in packages/mcp, after tsc has written the declarations. The library keeps its imports. The
 * command is one file with everything that it needs to list tools, because a host waits for it; the sandbox and the Redis
 * client are loaded on demand.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const shared = {
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
};

await build({ ...shared, entryPoints: ["src/index.ts"], packages: "external", legalComments: "none" });

/** The SDK's JSON Schema validator, which the server replaces: see src/server/create-server.ts. */
const withoutValidator = {
  name: "without-validator",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({ path: "shims", namespace: "stub" }));
    onLoad({ filter: /.*/, namespace: "stub" }, () => ({
      contents: 'import process from "node:process"; export class DefaultJsonSchemaValidator {} export { process };',
      loader: "js",
    }));
  },
};

/** The catalog as data, so that listing tools does not load the actions. */
const catalogFile = path.resolve("dist/tool-catalog.mjs");
await build({
  ...shared,
  outdir: undefined,
  outfile: catalogFile,
  entryPoints: ["src/tools/tool-catalog.ts"],
  packages: "external",
  sourcemap: false,
});
const { toolCatalog } = await import(pathToFileURL(catalogFile).href);
rmSync(catalogFile);

const withCatalog = {
  name: "with-catalog",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tool-catalog\.ts$/ }, () => ({
      contents: `export const toolCatalog = JSON.parse(${JSON.stringify(JSON.stringify(toolCatalog))});`,
      loader: "js",
    }));
  },
};

const { metafile } = await build({
  ...shared,
  entryPoints: ["src/bin.ts"],
  external: ["@modulex-instantly/sandbox", "ioredis"],
  splitting: true,
  chunkNames: "bin-[hash]",
  minify: true,
  legalComments: "none",
  metafile: true,
  plugins: [withoutValidator, withCatalog],
});

// The licences of the bundled packages require a copy.
const folders = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
);
const licences = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = readFileSync(path.join(folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
});
writeFileSync("dist/third-party.txt", licences.join(`\n${"-".repeat(80)}\n\n`));
