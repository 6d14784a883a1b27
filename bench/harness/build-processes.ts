import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Compiles the benchmark processes into `dist/`, so that plain Node runs them: a loader that compiles on the fly would be
 * measured, too. Packages stay external.
 */
export async function buildProcesses(): Promise<void> {
  const bench = fileURLToPath(new URL("..", import.meta.url));
  await rm(`${bench}dist`, { recursive: true, force: true });
  await build({
    entryPoints: ["measures", "processes", "sandbox/processes"].map((folder) => `${bench}${folder}/*.ts`),
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
