import { ExitCode } from "./exit-code.ts";

/** An error whose message is for the person who typed the command. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** Creates the error for input that is invalid. Nothing was sent. */
export function usageError(message: string): CommandError {
  return new CommandError(message, ExitCode.usage);
}

/** Creates the error for a command that was interrupted before anything was sent. */
export function interruptedError(): CommandError {
  return new CommandError("interrupted; nothing was sent", ExitCode.interrupted);
}
