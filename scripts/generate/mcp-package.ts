import { readFile } from "node:fs/promises";
import path from "node:path";
import { FILES_WITH_VERSION } from "./derived-files.ts";
import { packageVersion } from "./package-version.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Derives what names the version of its package, so that a release changes it everywhere. */
export async function mcpPackage(): Promise<Map<string, string>> {
  const files = FILES_WITH_VERSION.map(async (file): Promise<[string, string]> => {
    const manifest = path.join(root, ...file.split("/").slice(0, 2), "package.json");
    const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
    return [file, withVersion(await readFile(path.join(root, file), "utf8"), version)];
  });
  return new Map([["packages/mcp/src/version.gen.ts", await packageVersion("mcp")], ...(await Promise.all(files))]);
}

function withVersion(text: string, version: string): string {
  return text
    .replaceAll(/("version": )"[^"]*"/g, `$1${JSON.stringify(version)}`)
    .replace(/^ARG VERSION=.*$/m, `ARG VERSION=${version}`);
}
