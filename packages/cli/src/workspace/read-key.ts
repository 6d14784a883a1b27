import { text } from "node:stream/consumers";
import { CommandError } from "../command-error.ts";
import type { CliContext, WorkspaceFlags } from "../context.ts";
import { ExitCode } from "../exit-code.ts";

/** A key and where it belongs. */
export interface WorkspaceKey {
  readonly name: string;
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly workspaceId?: string | undefined;
}

/**
 * Finds the key of a command: on stdin, in the named profile, in the environment, or in the only profile.
 *
 * @throws CommandError if there is none.
 */
export async function readKey(context: CliContext, flags: WorkspaceFlags, _isWrite: boolean): Promise<WorkspaceKey> {
  if (flags.keyStdin) return { name: "stdin", apiKey: (await text(context.stdin)).trim() };
  const apiKey = context.env["INSTANTLY_API_KEY"]?.trim();
  if (apiKey) return { name: "environment", apiKey };
  throw new CommandError(
    "there is no API key: set INSTANTLY_API_KEY or run `modulex-instantly login`. To try the command without a key, use --sandbox",
    ExitCode.auth,
  );
}
