import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** A module with the version of a package, because runtime-neutral code cannot read package.json. */
export async function packageVersion(name: string): Promise<string> {
  const manifest = path.resolve(import.meta.dirname, "../../packages", name, "package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const hash = createHash("sha256").update(version).digest("hex").slice(0, 16);
  return [
    `// Derived from the version in packages/${name}/package.json (sha256 ${hash}). Do not edit by hand: run \`pnpm generate\`.`,
    "",
    "/** The version of this package. */",
    `export const version = ${JSON.stringify(version)};`,
    "",
  ].join("\n");
}
