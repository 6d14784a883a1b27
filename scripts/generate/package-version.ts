import { readFile } from "node:fs/promises";
import path from "node:path";

/** A module with the version of a package, because runtime-neutral code cannot read package.json. */
export async function packageVersion(name: string): Promise<string> {
  const manifest = path.resolve(import.meta.dirname, "../../packages", name, "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  return [
    `// Derived from the version in packages/${name}/package.json. Do not edit by hand: run \`pnpm generate\`.`,
    "",
    "/** The version of this package. */",
    `export const version = ${JSON.stringify(version)};`,
    "",
  ].join("\n");
}
