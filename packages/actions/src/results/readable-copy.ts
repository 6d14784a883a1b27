/** More values than any field of a response contains. The limit ends infinite structures. */
const MAX_VALUES = 100_000;
const MAX_DEPTH = 200;

/**
 * Copies a value as plain JSON data. Whatever cannot be read (a property that throws, a revoked proxy, an array of
 * excessive length) or serialised (a function, a cycle) is omitted; in an array it becomes null.
 */
export function readableCopy(value: unknown): unknown {
  return copyValue(value, { ancestors: new Set(), remaining: MAX_VALUES });
}

interface Progress {
  /** The objects that contain the value, to detect cycles. */
  readonly ancestors: Set<object>;
  remaining: number;
}

function copyValue(value: unknown, progress: Progress): unknown {
  progress.remaining -= 1;
  if (progress.remaining < 0) return undefined;
  if (typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value)) return value;
  const { ancestors } = progress;
  if (typeof value !== "object" || ancestors.size > MAX_DEPTH || ancestors.has(value)) return undefined;
  ancestors.add(value);
  try {
    return Array.isArray(value) ? copyArray(value, progress) : copyObject(value, progress);
  } catch {
    return undefined;
  } finally {
    ancestors.delete(value);
  }
}

function copyObject(value: object, progress: Progress): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const inner = copyValue(read(value, name), progress);
    if (inner === undefined) continue;
    // An assignment to this name would change the prototype.
    if (name === "__proto__") Object.defineProperty(copy, name, { value: inner, enumerable: true });
    else copy[name] = inner;
  }
  return copy;
}

function copyArray(list: readonly unknown[], progress: Progress): unknown {
  const { length } = list;
  if (length > MAX_VALUES) return undefined;
  return Array.from({ length }, (_, index) => copyValue(read(list, index), progress) ?? null);
}

function read(value: object, name: string | number): unknown {
  try {
    return (value as Record<string | number, unknown>)[name];
  } catch {
    return undefined;
  }
}
