import type { Readable, Writable } from "node:stream";
import type { InstantlyClient } from "@modulex-instantly/client";
import type { CommandContext, StricliProcess } from "@stricli/core";
import type { Directories, Environment } from "./directories.ts";

/** The flags that say which workspace a command uses; see `commands/workspace-flags.ts`. */
export interface WorkspaceFlags {
  readonly sandbox?: boolean | undefined;
  readonly workspace?: string | undefined;
  readonly keyStdin?: boolean | undefined;
}

/** A workspace that a command works with. */
export interface OpenWorkspace {
  /** The name of its profile, `sandbox`, or `environment` if the key comes from there. */
  readonly name: string;
  readonly client: InstantlyClient;
  /** The key, for doctor. Never print it. */
  readonly apiKey: string;
  /** Saves the sandbox. Call it in a `finally`. */
  close(): Promise<void>;
}

/** A stream that may be a terminal. */
export type OutputStream = Writable & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** What every command gets as `this`. */
export interface CliContext extends CommandContext {
  /** What stricli writes to, with the exit code. */
  readonly process: StricliProcess;
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Environment;
  readonly directories: Directories;
  /** Aborted by ^C and by SIGTERM. */
  readonly signal: AbortSignal;
  /** Whether a person can be asked: stdin and stderr are terminals. Questions are written to stderr. */
  readonly isInteractive: boolean;
  /**
   * Opens the workspace of a command: the sandbox, or a client with the key of a profile, of the environment or of stdin.
   *
   * @param isWrite whether the command changes something: with two profiles, a write must name one.
   * @throws CommandError if there is no key, or no such profile.
   */
  openWorkspace(flags: WorkspaceFlags, isWrite: boolean): Promise<OpenWorkspace>;
}
