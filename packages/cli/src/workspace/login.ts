import { CommandError, interruptedError, usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import { ExitCode } from "../exit-code.ts";
import { print } from "../output/print.ts";
import { safeJson } from "../output/safe-text.ts";
import { createClient } from "./create-client.ts";
import {
  assertProfileName,
  profilesFile,
  readProfiles,
  removeProfile,
  saveProfile,
  useProfile,
} from "./profile-store.ts";
import { keyFromStdin } from "./read-key.ts";

/** The flags of `login`. */
export interface LoginFlags {
  readonly workspace?: string | undefined;
  readonly keyStdin?: boolean | undefined;
  readonly keyring?: boolean | undefined;
  readonly workspaceId?: string | undefined;
}

/**
 * Stores a key after a read has shown that it works.
 *
 * @throws CommandError if there is no key, or it does not work. Nothing is stored then.
 */
export async function login(context: CliContext, flags: LoginFlags): Promise<void> {
  const { workspace: name = "default", workspaceId } = flags;
  assertProfileName(name);
  const apiKey = flags.keyStdin ? await keyFromStdin(context) : await askKey(context);
  const client = await createClient(context, { apiKey, workspaceId });
  // A key without the scope of campaigns works, too.
  const error = await client.campaigns.list({ limit: 1 }, { signal: context.signal }).then(
    () => undefined,
    (thrown: { readonly code?: string }) => (thrown.code === "forbidden" ? undefined : thrown),
  );
  if (error !== undefined) throw error;
  const place = await saveProfile(context, name, apiKey, { workspaceId, useKeyring: flags.keyring ?? true });
  const where = place === "keyring" ? "the keyring" : profilesFile(context);
  await print(context.stdout, `Stored the key of the profile ${name} in ${where}.\n`);
}

/** Removes a profile: the named one, or the only one. */
export async function logout(context: CliContext, name: string | undefined): Promise<void> {
  const names = Object.keys((await readProfiles(context)).profiles);
  const [only] = names;
  if (name === undefined && names.length !== 1) {
    throw usageError(
      names.length === 0 ? "there is no profile" : `--workspace is required: there are ${names.join(", ")}`,
    );
  }
  const removed = name ?? only ?? "";
  await removeProfile(context, removed);
  await print(
    context.stdout,
    `Removed the profile ${removed}. The key is still valid: revoke it in the app if need be.\n`,
  );
}

/** Prints the profiles, without keys. */
export async function listProfiles(context: CliContext, isJson: boolean): Promise<void> {
  const { profiles, default: preferred } = await readProfiles(context);
  const list = Object.entries(profiles).map(([name, { apiKey }]) => ({
    name,
    default: name === preferred,
    key: apiKey === undefined ? "keyring" : "file",
  }));
  if (isJson) return print(context.stdout, `${safeJson(list, 2)}\n`);
  if (list.length === 0) return print(context.stdout, "There are no profiles: run `modulex-instantly login`.\n");
  const lines = list.map(
    (profile) => `${profile.name}${profile.default ? " (default)" : ""}: key in the ${profile.key}\n`,
  );
  return print(context.stdout, lines.join(""));
}

/** Sets the default profile. */
export async function setDefaultProfile(context: CliContext, name: string): Promise<void> {
  await useProfile(context, name);
  await print(context.stdout, `Reads now use the profile ${name}.\n`);
}

async function askKey({ isInteractive, stdin, stderr, signal }: CliContext): Promise<string> {
  if (!isInteractive) {
    throw new CommandError(
      "there is no terminal to ask for the key on: pass it through a pipe with --key-stdin",
      ExitCode.usage,
    );
  }
  const { isCancel, password } = await import("@clack/prompts");
  const apiKey = await password({
    message: "The API key of the workspace",
    validate: (value) => (value?.trim() ? undefined : "Expected a key"),
    input: stdin,
    output: stderr,
    signal,
    withGuide: false,
  });
  if (isCancel(apiKey)) throw interruptedError();
  return apiKey.trim();
}
