import { randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { link, open, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import { CommandError, usageError } from "../command-error.ts";
import { failureReason } from "../csv/failure-reason.ts";
import { ExitCode } from "../exit-code.ts";

/** Where an export is written. */
export interface Output {
  /** Resolves when more can be written; to false if nobody reads the output any more. */
  write(text: string): Promise<boolean>;
  /** Makes the file complete. */
  finish(): Promise<void>;
  /** Removes what was written to a file. Does nothing after `finish`. */
  discard(): Promise<void>;
}

/**
 * Opens a file for an export. It is written under another name beside it and renamed when it is complete, so that there is
 * never half a file.
 *
 * @throws CommandError if the file exists and may not be replaced, or cannot be written.
 */
export async function openOutputFile(path: string, { replace }: { readonly replace: boolean }): Promise<Output> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory()) throw usageError(`--out ${path} is a directory: name a file in it`);
  if (existing && !existing.isFile())
    throw usageError(`--out ${path} is not a regular file: leave --out out to write to stdout`);
  if (existing && !replace) throw usageError(`--out ${path} exists: name another file, or replace it with --force`);
  const draft = `${path}.${randomBytes(4).toString("hex")}.part`;
  const failed = (error: unknown) =>
    new CommandError(`--out ${path} cannot be written: ${failureReason(error)}`, ExitCode.failure);
  let handle: FileHandle;
  try {
    handle = await open(draft, "wx", 0o600);
  } catch (error) {
    throw failed(error);
  }
  let isDone = false;
  return {
    async write(text) {
      try {
        await handle.appendFile(text);
        return true;
      } catch (error) {
        throw failed(error);
      }
    },
    async finish() {
      try {
        await handle.sync();
        await handle.close();
        if (replace) await rename(draft, path);
        else {
          // Unlike a rename, a link never replaces a file that was created meanwhile.
          await link(draft, path).catch(async (error: NodeJS.ErrnoException) => {
            if (error.code === "EEXIST") throw error;
            await rename(draft, path);
          });
          await rm(draft, { force: true });
        }
        isDone = true;
      } catch (error) {
        throw failed(error);
      }
    },
    async discard() {
      if (isDone) return;
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

/** Writes an export to stdout. If the reader of a pipe ends, such as `head`, the export ends without an error. */
export function standardOutput(stdout: Writable): Output {
  let failure: NodeJS.ErrnoException | undefined;
  const onError = (error: NodeJS.ErrnoException) => {
    failure ??= error;
  };
  stdout.on("error", onError);
  return {
    async write(text) {
      if (!failure) await new Promise<void>((resolve) => stdout.write(text, () => resolve()));
      if (failure && failure.code !== "EPIPE") {
        throw new CommandError(`stdout cannot be written: ${failureReason(failure)}`, ExitCode.failure);
      }
      return failure === undefined;
    },
    finish: async () => void stdout.off("error", onError),
    discard: async () => void stdout.off("error", onError),
  };
}
