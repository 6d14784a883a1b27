const SERVICE = "modulex-instantly";

/** The entry of a profile; undefined where there is no keyring. It is an optional dependency with a binary per system. */
async function openEntry(name: string) {
  try {
    const { Entry } = await import("@napi-rs/keyring");
    return new Entry(SERVICE, name);
  } catch {
    return undefined;
  }
}

/** Stores a key in the keyring of the system. Returns whether it can be read back. */
export async function writeToKeyring(name: string, apiKey: string): Promise<boolean> {
  try {
    const entry = await openEntry(name);
    entry?.setPassword(apiKey);
    return entry?.getPassword() === apiKey;
  } catch {
    return false;
  }
}

/** Reads a key from the keyring; undefined if it is not there. */
export async function readFromKeyring(name: string): Promise<string | undefined> {
  try {
    return (await openEntry(name))?.getPassword() ?? undefined;
  } catch {
    return undefined;
  }
}

/** Removes a key from the keyring. */
export async function deleteFromKeyring(name: string): Promise<void> {
  try {
    (await openEntry(name))?.deletePassword();
  } catch {
    // It is not there.
  }
}
