/** A file that a branch adds, changes or removes. */
export interface ChangedFile {
  readonly path: string;
  /** As git says it: A added, M changed, D removed. */
  readonly status: string;
}

const PUBLISHED = /^packages\/(?<folder>[\w-]+)\/(src\/.*|openapi\.json)$/;
const NOT_PUBLISHED = /\.(test|test-d)\.ts$|\/version\.gen\.ts$/;

/**
 * Says for which packages a branch changes what is published without saying what that means for users. A changeset
 * of one package of the fixed group speaks for the group; an empty one says that nothing is to be released.
 *
 * @param changesets the texts of the changesets the branch adds or changes.
 * @param isPrivate tells whether the package in a folder is not published.
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
  for (const { path: file } of changed) {
    const folder = PUBLISHED.exec(file)?.groups?.["folder"];
    if (folder !== undefined && !NOT_PUBLISHED.test(file) && !isPrivate(folder)) folders.add(folder);
    if (/^spec\/(openapi\.yaml$|(?!vendor\/)\w+\/)/.test(file)) folders.add("types");
  }
  return [...folders].filter((folder) => !isNamed(folder)).sort();
}

/** The packages that always carry one version. */
const GROUP = ["types", "client", "actions"];
