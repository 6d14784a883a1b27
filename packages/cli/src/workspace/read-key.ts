import { text } from "node:stream/consumers";
import { CommandError, usageError } from "../command-error.ts";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { ExitCode } from "../exit-code.ts";
import { keyOfProfile, readProfiles } from "./profile-store.ts";

/** A key and where it is from. */
export interface WorkspaceKey {
  readonly name: string;
  readonly apiKey: string;
  readonly workspaceId?: string | undefined;
}

const ENVIRONMENT = "environment";

/**
 * Finds the key of a command: on stdin, in the named profile, in the environment, or in the default profile.
 *
 * @throws CommandError if there is none, or if a write names none of two profiles.
 */
export async function readKey(context: CliContext, flags: WorkspaceFlags, isWrite: boolean): Promise<WorkspaceKey> {
  const { workspace } = flags;
  if (flags.keyStdin) {
    if (workspace !== undefined)
      throw usageError("--key-stdin: not together with --workspace, which names a stored key");
    return { name: "stdin", apiKey: await keyFromStdin(context) };
  }
  const { profiles, default: preferred } = await readProfiles(context);
  const names = Object.keys(profiles);
  const apiKey = context.env["INSTANTLY_API_KEY"]?.trim();
  if (workspace === ENVIRONMENT) {
    if (!apiKey) throw new CommandError("--workspace environment: INSTANTLY_API_KEY is not set", ExitCode.auth);
    return { name: ENVIRONMENT, apiKey };
  }
  if (workspace !== undefined) return { name: workspace, ...(await keyOfProfile(profiles, workspace)) };
  if (isWrite && names.length > 1) {
    const choices = [...names, ...(apiKey ? [ENVIRONMENT] : [])].join(", ");
    throw usageError(`--workspace is required for writes, because there are several profiles: ${choices}`);
  }
  if (apiKey) return { name: ENVIRONMENT, apiKey };
  const name = preferred ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined) return { name, ...(await keyOfProfile(profiles, name)) };
  if (names.length > 1)
    throw usageError(`--workspace is required: there are ${names.join(", ")}. \`profiles use\` sets a default`);
  throw new CommandError(
    "there is no API key: set INSTANTLY_API_KEY or run `modulex-instantly login`. To try the command without a key, use --sandbox",
    ExitCode.auth,
  );
}

/**
 * Reads a key from stdin.
 *
 * @throws CommandError if stdin is a terminal, which would show the key, or is empty.
 */
export async function keyFromStdin({ stdin }: Pick<CliContext, "stdin">): Promise<string> {
  if (stdin.isTTY)
    throw usageError("--key-stdin: stdin is a terminal, which would show the key: pass it through a pipe");
  const apiKey = (await text(stdin)).trim();
  if (apiKey === "") throw new CommandError("--key-stdin: stdin is empty", ExitCode.auth);
  return apiKey;
}
