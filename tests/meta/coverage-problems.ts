/** What each operation must have, by what it is: the ids of the operations that have it. */
export type Coverage = Readonly<Record<string, readonly string[]>>;

/** Names every operation that lacks something, and everything that belongs to no operation. */
export function coverageProblems(operations: readonly string[], coverage: Coverage): string[] {
  return Object.entries(coverage).flatMap(([what, covered]) => [
    ...operations.filter((id) => !covered.includes(id)).map((id) => `${id} has no ${what}`),
    ...covered.filter((id) => !operations.includes(id)).map((id) => `${what} of ${id}, which is no operation`),
  ]);
}
