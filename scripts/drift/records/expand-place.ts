/** Expands a place pattern: a leading `*` is every operation, and `{401,402}` is each of its members. */
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
