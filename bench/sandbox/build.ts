import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Compiles the measuring processes, so that plain Node runs them and no loader is measured with them. */
export async function buildProcesses(): Promise<void> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  await build({
    entryPoints: [`${here}processes/*.ts`],
    outdir: `${here}dist`,
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
}
