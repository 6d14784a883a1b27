/** The documents a comparison reads: the files of a split spec, or a single document in one file. */
export interface Documents {
  /** @throws CannotCompare when there is no such file or it is broken. */
  read(file: string): unknown;
}

/** A value inside a document together with where it stands. */
export interface SpecNode {
  readonly documents: Documents;
  readonly file: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Tells a JSON object from everything else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The root of a file. */
export function rootOf(documents: Documents, file: string): SpecNode {
  return { documents, file, path: [], value: documents.read(file) };
}

/** The member of an object or of a list; undefined when there is none. */
export function childOf(node: SpecNode, key: string): SpecNode | undefined {
  const { value } = node;
  if (Array.isArray(value)) {
    return /^\d+$/.test(key) && Number(key) < value.length
      ? { ...node, path: [...node.path, key], value: value[Number(key)] }
      : undefined;
  }
  if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
  return { ...node, path: [...node.path, key], value: value[key] };
}

/** The members of an object, or the items of a list, by key; none for anything else. */
export function childrenOf(node: SpecNode | undefined): [string, SpecNode][] {
  if (node === undefined || typeof node.value !== "object" || node.value === null) return [];
  return Object.entries(node.value).map(([key, value]) => [key, { ...node, path: [...node.path, key], value }]);
}

/** Follows a chain of keys; undefined when one of them is missing. */
export function descend(node: SpecNode, ...keys: string[]): SpecNode | undefined {
  let current: SpecNode | undefined = node;
  for (const key of keys) current = current && childOf(current, key);
  return current;
}

/** A key that is the same for the same place of the same file. */
export function nodeKey(node: SpecNode): string {
  return `${node.file}#/${node.path.join("/")}`;
}
