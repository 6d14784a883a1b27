/**
 * Bundles the command line. Runs in packages/cli, after tsc has written the declarations. What `--help` needs is in one
 * file, because reading many is slow; what only some commands need is loaded on demand.
 */
import { build } from "esbuild";

await build({
  entryPoints: ["src/bin.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  chunkNames: "bin-[hash]",
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
});
