/** Appends keys to a JSON pointer. */
export function pointerTo(pointer: string, ...keys: readonly string[]): string {
  return [pointer, ...keys.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** The keys of a JSON pointer, such as the fragment of a reference. Valid percent-encoding is decoded. */
export function pointerKeys(pointer: string): string[] {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => percentDecoded(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function percentDecoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
