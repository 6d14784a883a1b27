/** A file that a branch adds, changes or removes. */
export interface ChangedFile {
  readonly path: string;
  /** The status from git: A added, M changed, D removed. */
  readonly status: string;
  /** Whether only comments, descriptions or examples differ, so that nothing changes for a program. */
  readonly isProse?: boolean;
}

const PUBLISHED = /^packages\/(?<folder>[\w-]+)\/(src\/.*|openapi\.json)$/;
const NOT_PUBLISHED = /\.(test|test-d)\.ts$|\/version\.gen\.ts$/;

/**
 * Lists the packages whose published files a branch changes without a changeset. A changeset for one package of the
 * fixed group covers the group; an empty one states that nothing will be released. Prose alone needs none.
 *
 * @param changesets the texts of the changesets that the branch adds or changes.
 * @param isPrivate whether the package in a folder is not published.
 */
export function missingChangesets(
  changed: readonly ChangedFile[],
  changesets: readonly string[],
  isPrivate: (folder: string) => boolean,
): string[] {
  if (changesets.some((text) => /^---\s+---/.test(text))) return [];
  const named = new Set(changesets.flatMap((text) => text.match(/(?<=@modulex-instantly\/)[\w-]+(?=["'])/g) ?? []));
  const isNamed = (folder: string) =>
    named.has(folder) || (GROUP.includes(folder) && GROUP.some((other) => named.has(other)));
  const folders = new Set<string>();
  for (const { path: file, isProse } of changed) {
    if (isProse) continue;
    const folder = PUBLISHED.exec(file)?.groups?.["folder"];
    if (folder !== undefined && !NOT_PUBLISHED.test(file) && !isPrivate(folder)) folders.add(folder);
    if (/^spec\/(openapi\.yaml$|(?!vendor\/)\w+\/)/.test(file)) folders.add("types");
  }
  return [...folders].filter((folder) => !isNamed(folder)).sort();
}

/** The packages that always have the same version. */
const GROUP = ["types", "client", "actions"];
