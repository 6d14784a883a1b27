import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keyOfProfile, profilesFile, readProfiles, removeProfile, saveProfile } from "./profile-store.ts";

/** The keyring of the system, of which no test may touch the real one. */
const keyring = vi.hoisted(() => ({ keys: new Map<string, string>(), fault: "" }));
vi.mock("@napi-rs/keyring", () => ({
  Entry: class {
    readonly #name: string;
    constructor(service: string, name: string) {
      if (keyring.fault === "opening") throw new Error("no keyring");
      this.#name = `${service}/${name}`;
    }
    setPassword(key: string) {
      if (keyring.fault === "writing") throw new Error("locked");
      if (keyring.fault !== "forgetting") keyring.keys.set(this.#name, key);
    }
    getPassword() {
      if (keyring.fault === "reading") throw new Error("locked");
      return keyring.keys.get(this.#name) ?? null;
    }
    deletePassword() {
      return keyring.keys.delete(this.#name);
    }
  },
}));

let place: { readonly directories: { readonly config: string; readonly state: string } };
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), "profiles-"));
  place = { directories: { config: path.join(folder, "config"), state: folder } };
  keyring.keys.clear();
  keyring.fault = "";
});
afterEach(() => rmSync(place.directories.state, { recursive: true, force: true }));

const save = (useKeyring = true) => saveProfile(place, "acme", "s3cret-key", { useKeyring });
const text = () => readFileSync(profilesFile(place), "utf8");

describe("a key", () => {
  test("is in the keyring and not in the file, is found there, and removed from there", async () => {
    expect(await save()).toBe("keyring");
    expect(text()).not.toContain("s3cret-key");
    const { profiles } = await readProfiles(place);
    expect(await keyOfProfile(profiles, "acme")).toMatchObject({ apiKey: "s3cret-key" });
    await removeProfile(place, "acme");
    expect(keyring.keys.size).toBe(0);
    expect(await readProfiles(place)).toEqual({ profiles: {} });
  });

  test.each(["opening", "writing", "forgetting", "reading"])(
    "is in the file if %s the keyring fails",
    async (fault) => {
      keyring.fault = fault;
      expect(await save()).toBe("file");
      const { profiles } = await readProfiles(place);
      expect(await keyOfProfile(profiles, "acme")).toMatchObject({ apiKey: "s3cret-key" });
    },
  );

  test("that the keyring has lost is an error that says how to store it again", async () => {
    await save();
    keyring.keys.clear();
    const { profiles } = await readProfiles(place);
    await expect(keyOfProfile(profiles, "acme")).rejects.toThrow(
      'the keyring does not have the key of the profile "acme": run `modulex-instantly login --workspace acme`',
    );
  });

  test("replaces the one of an earlier login, wherever that was", async () => {
    await save(false);
    expect(text()).toContain("s3cret-key");
    await save();
    expect(text()).not.toContain("s3cret-key");
  });
});

test("a profile is not one because objects have a property of its name", async () => {
  await save();
  const { profiles } = await readProfiles(place);
  for (const name of ["constructor", "toString", "__proto__"]) {
    await expect(keyOfProfile(profiles, name)).rejects.toThrow(`there is no profile "${name}"`);
  }
});
