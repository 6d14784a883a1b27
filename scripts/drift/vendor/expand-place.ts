/**
 * Writes out a place pattern: a leading `*` stands for every operation and `{401,402}` for each of its members. Every
 * place that comes out is one that has to hold.
 */
export function expandPlace(pattern: string, operations: readonly string[]): string[] {
  if (pattern.startsWith("* ")) {
    return operations.flatMap((operation) => expandPlace(`${operation} ${pattern.slice(2)}`, operations));
  }
  const braces = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!braces) return [pattern];
  const [whole, members = ""] = braces;
  return members.split(",").flatMap((member) =>
    expandPlace(
      pattern.replace(whole, () => member),
      operations,
    ),
  );
}
