/** Reads a variable of the environment; undefined if it is not set, or where processes have no environment. */
export function environmentVariable(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } }).process?.env?.[name];
  } catch {
    // Deno throws without the permission to read it.
    return undefined;
  }
}
