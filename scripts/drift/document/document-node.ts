/** Reads the files of a document: those of a split spec, or a single one. */
export interface DocumentReader {
  /** @throws ComparisonError when there is no such file or it is broken. */
  read(file: string): unknown;
}

/** A value in a document, with its file and the path to it. */
export interface DocumentNode {
  readonly documents: DocumentReader;
  readonly file: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Tells a JSON object from everything else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The root of a file. */
export function rootOf(documents: DocumentReader, file: string): DocumentNode {
  return { documents, file, path: [], value: documents.read(file) };
}

/** A member of an object or an item of a list; undefined when there is none. */
export function childOf(node: DocumentNode, key: string): DocumentNode | undefined {
  const { value } = node;
  if (Array.isArray(value)) {
    return /^\d+$/.test(key) && Number(key) < value.length
      ? { ...node, path: [...node.path, key], value: value[Number(key)] }
      : undefined;
  }
  if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
  return { ...node, path: [...node.path, key], value: value[key] };
}

/** The members of an object or the items of a list with their keys; empty for any other value. */
export function childrenOf(node: DocumentNode | undefined): [string, DocumentNode][] {
  if (node === undefined || typeof node.value !== "object" || node.value === null) return [];
  return Object.entries(node.value).map(([key, value]) => [key, { ...node, path: [...node.path, key], value }]);
}

/** Follows a chain of keys; undefined when one of them is missing. */
export function descend(node: DocumentNode, ...keys: string[]): DocumentNode | undefined {
  let current: DocumentNode | undefined = node;
  for (const key of keys) current = current && childOf(current, key);
  return current;
}

/** Identifies a node by its file and path. */
export function nodeKey(node: DocumentNode): string {
  return `${node.file}#/${node.path.join("/")}`;
}
