/** One example of the spec and the schema it illustrates. */
export interface SpecExample {
  /** Where it is, in words a person can search for. */
  readonly place: string;
  /** A JSON pointer into the bundled document. */
  readonly schemaPointer: string;
  readonly value: unknown;
}

/** Appends keys to a JSON pointer. */
export function pointerTo(pointer: string, ...keys: readonly string[]): string {
  return [pointer, ...keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}
