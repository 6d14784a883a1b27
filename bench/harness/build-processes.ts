import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Compiles the measuring processes into `dist/`, so that plain Node runs them: a loader that compiles on the fly also
 * rewrites the built client and would be measured with it. Packages stay what they are.
 */
export async function buildProcesses(): Promise<void> {
  const bench = fileURLToPath(new URL("..", import.meta.url));
  await rm(`${bench}dist`, { recursive: true, force: true });
  await build({
    entryPoints: [`${bench}measures/*.ts`, `${bench}processes/*.ts`],
    outdir: `${bench}dist`,
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
}
