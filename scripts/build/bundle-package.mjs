/**
 * Bundles a package into one file per entry, because importing many small files is slow. Runs in the folder of the
 * package, after tsc has written the declarations.
 */
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const { exports, bin = {} } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports)
  .map((entry) => entry.default)
  .filter((file) => file?.endsWith(".js"))
  .concat(Object.keys(bin).length > 0 ? ["./dist/bin.js"] : []);

// Each entry is bundled alone: a file shared by two entries would be one more file to load for both. Dynamic imports stay
// separate files.
for (const file of entries) {
  await build({
    entryPoints: [file.replace("./dist/", "src/").replace(/\.js$/, ".ts")],
    outdir: "dist",
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    platform: "neutral",
    packages: "external",
    external: ["node:*"],
    target: "es2022",
    sourcemap: true,
    sourcesContent: false,
    legalComments: "none",
    logLevel: "warning",
  });
}
