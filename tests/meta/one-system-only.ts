/** The parts of pnpm-lock.yaml that are read. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly os?: readonly string[] }>>;
  readonly snapshots: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

/** Names packages with a binary for Linux and none for macOS or Windows, where they install but do not run. */
export function oneSystemOnly({ packages, snapshots }: Lockfile): string[] {
  return Object.entries(snapshots).flatMap(([name, { optionalDependencies = {} }]) => {
    const systems = Object.entries(optionalDependencies).flatMap(
      ([binary, version]) => packages[`${binary}@${version}`]?.os ?? [],
    );
    if (!systems.includes("linux")) return [];
    const missing = ["darwin", "win32"].filter((system) => !systems.includes(system));
    return missing.map((system) => `${name} has binaries for linux and none for ${system}`);
  });
}
