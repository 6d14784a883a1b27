import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { InstalledPackage } from "./dependency-table.ts";

interface LockedPackage {
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

/**
 * Lists the packages that npm has installed into a project, with their sizes on disk. npm's lockfile says whether a
 * package has an install script, including `binding.gyp`.
 */
export function installedTree(project: string): InstalledPackage[] {
  const lock = JSON.parse(readFileSync(path.join(project, "package-lock.json"), "utf8"));
  const packages = Object.entries(lock.packages as Record<string, LockedPackage>).filter(
    // The lockfile also has the binaries of other systems.
    ([place, { optional }]) => place !== "" && !(optional && !existsSync(path.join(project, place))),
  );
  return packages.map(([place, { hasInstallScript = false }]) => ({
    name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
    bytes: sizeOf(path.join(project, place)),
    hasInstallScript,
  }));
}

/** The size of a package in bytes, without nested packages. */
function sizeOf(directory: string): number {
  let bytes = 0;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue;
    const full = path.join(directory, entry.name);
    bytes += entry.isDirectory() ? sizeOf(full) : lstatSync(full).size;
  }
  return bytes;
}
