import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** The size of an entry in bytes, minified and compressed with gzip at the highest level. */
export interface BundleSize {
  /** Loaded with the entry. */
  readonly initial: number;
  /** Loaded on demand. */
  readonly lazy: number;
}

/**
 * Bundles a line of code with everything it imports, as an application would, and measures the result.
 *
 * @param external packages that are not counted.
 */
export async function bundleSize(code: string, external: readonly string[] = []): Promise<BundleSize> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "modulex-instantly-size-")));
  try {
    const entry = path.join(folder, "entry.mjs");
    writeFileSync(entry, code);
    const { outputFiles, metafile } = await build({
      entryPoints: { entry },
      absWorkingDir: folder,
      // The built packages of this repository, as installed for the tests.
      nodePaths: [path.join(root, "tests/node_modules"), path.join(root, "node_modules")],
      bundle: true,
      minify: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      external: ["node:*", ...external],
      target: "es2022",
      metafile: true,
      write: false,
      outdir: folder,
      logLevel: "silent",
    });
    const first = new Set<string>();
    const load = (file: string): void => {
      const name = path.basename(file);
      if (first.has(name)) return;
      first.add(name);
      const output = Object.entries(metafile.outputs).find(([key]) => path.basename(key) === name);
      for (const found of output?.[1].imports ?? []) if (found.kind === "import-statement") load(found.path);
    };
    load("entry.js");
    const weigh = (isInitial: boolean) => {
      const parts = outputFiles.filter((file) => first.has(path.basename(file.path)) === isInitial);
      const text = parts.map((file) => file.text).join("");
      return text === "" ? 0 : gzipSync(text, { level: 9 }).length;
    };
    return { initial: weigh(true), lazy: weigh(false) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
