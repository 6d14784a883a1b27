import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PublishedPackage } from "./published-packages.ts";

/** What was packed of each package, by its name. */
export interface Packed {
  readonly tarballs: ReadonlyMap<string, string>;
  readonly bills: ReadonlyMap<string, string>;
}

/**
 * Writes what a release consists of into a folder: the tarballs that were checked, what each is made of, and
 * `packages.txt` with a line `name version tarball` per package, those that others need first.
 *
 * @throws Error when a package has no tarball or no bill of materials.
 */
export function writeRelease(folder: string, packages: readonly PublishedPackage[], { tarballs, bills }: Packed): void {
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  for (const { manifest } of inOrder(packages)) {
    const [tarball, bill] = [tarballs.get(manifest.name), bills.get(manifest.name)];
    if (tarball === undefined || bill === undefined) throw new Error(`${manifest.name} was not packed`);
    const file = path.basename(tarball);
    copyFileSync(tarball, path.join(folder, file));
    writeFileSync(path.join(folder, file.replace(/\.tgz$/, ".cdx.json")), bill);
    lines.push(`${manifest.name} ${manifest.version} ${file}\n`);
  }
  writeFileSync(path.join(folder, "packages.txt"), lines.join(""));
}

/** Orders packages so that each comes after those it needs. */
export function inOrder(packages: readonly PublishedPackage[]): PublishedPackage[] {
  const ordered = new Set<PublishedPackage>();
  const add = (wanted: PublishedPackage): void => {
    for (const other of packages) {
      if (wanted.manifest.dependencies?.[other.manifest.name] !== undefined) add(other);
    }
    ordered.add(wanted);
  };
  for (const wanted of packages) add(wanted);
  return [...ordered];
}
