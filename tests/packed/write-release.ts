import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PublishedPackage } from "./published-packages.ts";

/** The packed files of each package, by name. */
export interface Packed {
  readonly tarballs: ReadonlyMap<string, string>;
  readonly bills: ReadonlyMap<string, string>;
}

/**
 * Writes the files of a release into a folder: the checked tarballs, their bills of materials, and `packages.txt` with
 * one line `name version tarball` per package, dependencies first.
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

/** Sorts packages so that each comes after its dependencies. */
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
