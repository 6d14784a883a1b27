import { readFile } from "node:fs/promises";
import path from "node:path";

/** Writes a package's version as a constant, because runtime-neutral code cannot read package.json. */
export async function packageVersion(name: string): Promise<string> {
  const manifest = path.resolve(import.meta.dirname, "../../packages", name, "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  return `// Derived from packages/${name}/package.json. Do not edit by hand: run \`pnpm generate\`.\n\n/** The version of this package. */\nexport const version = ${JSON.stringify(version)};\n`;
}
