/** What each operation must have: by part, the ids of the operations that have it. */
export type Coverage = Readonly<Record<string, readonly string[]>>;

/** Names every part that an operation lacks, and every part without an operation. */
export function coverageProblems(operations: readonly string[], coverage: Coverage): string[] {
  return Object.entries(coverage).flatMap(([what, covered]) => [
    ...operations.filter((id) => !covered.includes(id)).map((id) => `${id} has no ${what}`),
    ...covered.filter((id) => !operations.includes(id)).map((id) => `${what} of ${id}, which is not an operation`),
  ]);
}
