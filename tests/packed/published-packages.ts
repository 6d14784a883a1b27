import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The repository. */
export const root: string = path.resolve(import.meta.dirname, "../..");

/** The parts of a package.json that are read. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** A published package of this repository. */
export interface PublishedPackage {
  /** Its folder in `packages/`, such as `client`. */
  readonly folder: string;
  readonly directory: string;
  readonly manifest: PackageJson;
}

/**
 * Lists the published packages, that is, all that are not private.
 *
 * @throws Error naming one that is not built.
 */
export function publishedPackages(): PublishedPackage[] {
  const folders = readdirSync(path.join(root, "packages"));
  const found = folders.map((folder) => {
    const directory = path.join(root, "packages", folder);
    return { folder, directory, manifest: packageJson(directory) };
  });
  const published = found.filter(({ manifest }) => manifest.private !== true);
  for (const { folder, directory } of published) {
    if (!existsSync(path.join(directory, "dist"))) throw new Error(`packages/${folder} is not built: pnpm build`);
  }
  return published;
}

/** Reads the package.json of a folder. */
export function packageJson(directory: string): PackageJson {
  return JSON.parse(readFileSync(path.join(directory, "package.json"), "utf8"));
}
