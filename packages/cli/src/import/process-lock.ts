import { createHash } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import type { Server } from "node:net";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const WAIT_MS = 1_000;

/** A lock that the system releases when the process ends, however it ends. */
export interface ProcessLock {
  release(): Promise<void>;
}

/** The process that holds a lock. */
export interface LockHolder {
  /** Undefined if it does not respond. */
  readonly pid: number | undefined;
}

/**
 * Takes the lock of a file for this process, or tells which process has it. Processes of one machine exclude each other; those
 * of other machines and containers do not.
 *
 * @param file an absolute path without symbolic links.
 */
export async function lockFile(file: string): Promise<ProcessLock | LockHolder> {
  const address = socketAddress(file);
  for (let attempt = 1; ; attempt += 1) {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(`${process.pid}\n`);
    });
    try {
      await listening(server, address);
      return { release: async () => void (await new Promise((resolve) => server.close(resolve))) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
    const holder = await holderAt(address);
    if (holder !== "gone") return holder;
    // The socket of a process that was killed; only where sockets are files.
    if (attempt >= 3) return { pid: undefined };
    if (path.isAbsolute(address)) await rm(address, { force: true });
  }
}

/** On Linux and Windows the name of a socket disappears with its process; elsewhere it is a file. */
function socketAddress(file: string): string {
  const name = `modulex-instantly-${createHash("sha256").update(file).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

async function listening(server: Server, address: string): Promise<void> {
  server.listen(address);
  await once(server, "listening");
  server.unref();
}

async function holderAt(address: string): Promise<LockHolder | "gone"> {
  const socket = connect(address);
  socket.setTimeout(WAIT_MS, () => socket.destroy());
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const code = await new Promise<string | undefined>((resolve) => {
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.on("close", () => resolve(undefined));
  });
  if (code === "ECONNREFUSED" || code === "ENOENT") return "gone";
  return { pid: Number.parseInt(text, 10) || undefined };
}
