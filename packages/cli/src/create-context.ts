import type { CliContext, OutputStream } from "./context.ts";
import type { Environment } from "./directories.ts";
import { findDirectories } from "./directories.ts";

/** The parts of a process that a context is made of. */
export interface CliProcess {
  readonly stdin: CliContext["stdin"];
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Environment;
  exitCode?: number | string | null | undefined;
}

/** Creates the context of a run of the command. */
export function createContext(owner: CliProcess, signal: AbortSignal): CliContext {
  const { stdin, stdout, stderr, env } = owner;
  const context: CliContext = {
    process: {
      stdout,
      stderr,
      env,
      get exitCode() {
        return owner.exitCode ?? null;
      },
      set exitCode(code) {
        owner.exitCode = code;
      },
    },
    stdin,
    stdout,
    stderr,
    env,
    directories: findDirectories(env),
    signal,
    isInteractive: stdin.isTTY === true && stderr.isTTY === true,
    openWorkspace: async (flags, isWrite) => {
      const { openWorkspace } = await import("./workspace/open-workspace.ts");
      return openWorkspace(context, flags, isWrite);
    },
  };
  return context;
}
