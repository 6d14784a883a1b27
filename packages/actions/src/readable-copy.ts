/** More values than any field of a response holds; what goes on for ever ends here. */
const MOST_VALUES = 100_000;
const DEEPEST = 200;

/**
 * Copies a value as plain data, as JSON could hold it. What cannot be read (a property that throws, a revoked proxy, a
 * list that claims to be endless) or written (a function, a cycle) is left out; in a list it becomes null.
 */
export function readableCopy(value: unknown): unknown {
  return copied(value, { above: new Set(), left: MOST_VALUES });
}

interface Progress {
  /** The objects that the value lies in, to notice a cycle. */
  readonly above: Set<object>;
  left: number;
}

function copied(value: unknown, progress: Progress): unknown {
  progress.left -= 1;
  if (progress.left < 0) return undefined;
  if (typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value)) return value;
  const { above } = progress;
  if (typeof value !== "object" || above.size > DEEPEST || above.has(value)) return undefined;
  above.add(value);
  try {
    return Array.isArray(value) ? copiedList(value, progress) : copiedObject(value, progress);
  } catch {
    return undefined;
  } finally {
    above.delete(value);
  }
}

function copiedObject(value: object, progress: Progress): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = copied(read(value, name), progress);
    if (inner === undefined) continue;
    // Assigned, this one name would change the prototype.
    if (name === "__proto__") Object.defineProperty(copy, name, { value: inner, enumerable: true });
    else copy[name] = inner;
  }
  return copy;
}

function copiedList(list: readonly unknown[], progress: Progress): unknown {
  const { length } = list;
  if (length > MOST_VALUES) return undefined;
  return Array.from({ length }, (_, index) => copied(read(list, index), progress) ?? null);
}

function read(value: object, name: string | number): unknown {
  try {
    return (value as Record<string | number, unknown>)[name];
  } catch {
    return undefined;
  }
}
