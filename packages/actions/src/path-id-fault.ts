import { quoted } from "./quoted.ts";

/** Says what is wrong with an id that cannot stand in a path. The client refuses the same, but calls every one `id`. */
export function pathIdFault(field: string, given: string): string | undefined {
  const id = given.trim();
  if (/^[\w@.+-]{1,128}$/.test(id) && !/^\.+$/.test(id)) return undefined;
  return `${field} must be 1 to 128 letters, digits or _ @ . + -, not only dots; received ${quoted(given)}`;
}
