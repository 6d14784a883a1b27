import { randomUUID } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { CommandError, usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { ExitCode } from "../exit-code.ts";
import { didYouMean } from "../nearest-name.ts";
import { deleteFromKeyring, readFromKeyring, writeToKeyring } from "./keyring.ts";

/** A stored workspace. Its key is in the keyring of the system, or here. */
interface Profile {
  readonly apiKey?: string;
  /** The sub-workspace to use with the key of an admin workspace. */
  readonly workspaceId?: string;
}

/** All stored workspaces. */
export interface Profiles {
  /** The profile that reads use without `--workspace`. */
  readonly default?: string;
  readonly profiles: Readonly<Record<string, Profile>>;
}

type Place = Pick<CliContext, "directories">;

/** Names that `--workspace` gives another meaning. */
const RESERVED: readonly string[] = ["environment", "sandbox", "stdin"];

/** The file with the profiles, which only its owner may read. */
export function profilesFile({ directories }: Place): string {
  return path.join(directories.config, "profiles.json");
}

/**
 * Reads the profiles; none if the file does not exist.
 *
 * @throws CommandError if the file cannot be read or is damaged.
 */
export async function readProfiles(place: Place): Promise<Profiles> {
  const file = profilesFile(place);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { profiles: {} };
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`, ExitCode.failure, { cause: error });
  }
  // A key must not be readable by others, whatever an editor or a copy made of the file.
  await chmod(file, 0o600).catch(() => undefined);
  const parsed = parse(text);
  if (parsed === undefined) {
    throw new CommandError(`${file} is damaged: delete it and run \`modulex-instantly login\` again`, ExitCode.failure);
  }
  return parsed;
}

/**
 * Stores a key under a name: in the keyring if there is one, else in the file.
 *
 * @returns where the key is.
 */
export async function saveProfile(
  place: Place,
  name: string,
  apiKey: string,
  options: { readonly workspaceId?: string | undefined; readonly useKeyring: boolean },
): Promise<"keyring" | "file"> {
  const { profiles, default: current } = await readProfiles(place);
  const inKeyring = options.useKeyring && (await writeToKeyring(name, apiKey));
  const profile: Profile = {
    ...(inKeyring ? {} : { apiKey }),
    ...(options.workspaceId === undefined ? {} : { workspaceId: options.workspaceId }),
  };
  await writeProfiles(place, { default: current ?? name, profiles: { ...profiles, [name]: profile } });
  return inKeyring ? "keyring" : "file";
}

/** Removes a profile and its key. */
export async function removeProfile(place: Place, name: string): Promise<void> {
  const { profiles, default: current } = await readProfiles(place);
  const profile = findProfile(profiles, name);
  if (profile.apiKey === undefined) await deleteFromKeyring(name);
  const { [name]: _, ...rest } = profiles;
  const [only] = Object.keys(rest);
  const next = current === name ? (Object.keys(rest).length === 1 ? only : undefined) : current;
  await writeProfiles(place, { ...(next === undefined ? {} : { default: next }), profiles: rest });
}

/** Sets the profile that reads use. */
export async function useProfile(place: Place, name: string): Promise<void> {
  const { profiles } = await readProfiles(place);
  findProfile(profiles, name);
  await writeProfiles(place, { default: name, profiles });
}

/**
 * Returns the key of a profile.
 *
 * @throws CommandError if there is no such profile, or the keyring does not have its key.
 */
export async function keyOfProfile(
  profiles: Profiles["profiles"],
  name: string,
): Promise<{ readonly apiKey: string; readonly workspaceId: string | undefined }> {
  const { apiKey, workspaceId } = findProfile(profiles, name);
  const key = apiKey ?? (await readFromKeyring(name));
  if (key !== undefined) return { apiKey: key, workspaceId };
  throw new CommandError(
    `the keyring does not have the key of the profile "${name}": run \`modulex-instantly login --workspace ${name}\``,
    ExitCode.auth,
  );
}

/** @throws CommandError for a name that cannot be a profile. */
export function assertProfileName(name: string): void {
  if (!/^[A-Za-z0-9][\w.-]{0,63}$/.test(name) || RESERVED.includes(name.toLowerCase()) || name === "__proto__") {
    throw usageError(
      `--workspace: expected up to 64 letters, digits, dots, hyphens and underscores, and not ${RESERVED.join(", ")}; found "${name}"`,
    );
  }
}

function findProfile(profiles: Profiles["profiles"], name: string): Profile {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile !== undefined) return profile;
  const known = Object.keys(profiles);
  const listed = known.length === 0 ? "; there are none yet" : `; there are ${known.join(", ")}`;
  throw usageError(`--workspace: there is no profile "${name}"${didYouMean(name, known) || listed}`);
}

function parse(text: string): Profiles | undefined {
  try {
    const value = JSON.parse(text) as Profiles | null;
    const isValid =
      typeof value?.profiles === "object" &&
      value.profiles !== null &&
      Object.values(value.profiles).every((profile) => typeof profile === "object" && profile !== null) &&
      ["string", "undefined"].includes(typeof value.default);
    return isValid ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces the file, so that a reader never sees half of it. */
async function writeProfiles(place: Place, profiles: Profiles): Promise<void> {
  const file = profilesFile(place);
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(profiles, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new CommandError(`${file} cannot be written: ${(error as Error).message}`, ExitCode.failure, {
      cause: error,
    });
  }
}
