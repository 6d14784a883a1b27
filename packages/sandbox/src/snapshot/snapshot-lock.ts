import { randomUUID } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import type { LockHolder } from "./lock-file.ts";
import { createLockFile, readLockFile, UNNAMED } from "./lock-file.ts";
import { ownIdentity, processState } from "./process-identity.ts";

/** The locks to be released when the process ends by itself. */
const held = new Set<SnapshotLock>();

/** Keeps a second sandbox away from a file. The lock of a process that has ended is taken over. */
export class SnapshotLock {
  readonly #lock: string;
  readonly #own: LockHolder = { ...ownIdentity(), since: new Date().toISOString(), token: randomUUID() };

  /**
   * Takes the lock of a file.
   *
   * @throws Error naming who has it and since when.
   */
  constructor(file: string) {
    this.#lock = `${file}.lock`;
    this.#acquire(this.#lock);
    if (held.size === 0) process.on("exit", releaseAll);
    held.add(this);
  }

  /**
   * Makes sure that nobody else has written to the file.
   *
   * @throws Error when the lock was removed, or is another sandbox's.
   */
  assertHeld(): void {
    const holder = readLockFile(this.#lock);
    if (holder?.token === this.#own.token) return;
    const found =
      holder === undefined ? `its lock ${this.#lock} was removed` : `it is kept by ${this.#name(holder)} now`;
    throw new Error(`${found}, so it may have changed. Start this sandbox again to go on from what it holds`);
  }

  /** Leaves the file to others. A lock that is another's, or that cannot be read, stays. */
  release(): void {
    held.delete(this);
    if (held.size === 0) process.off("exit", releaseAll);
    try {
      if (readLockFile(this.#lock)?.token === this.#own.token) rmSync(this.#lock, { force: true });
    } catch {
      // It is taken over when this process has ended.
    }
  }

  /**
   * Creates a lock, or takes it over from a process that has ended: by a claim to succeed this very holder, which only one
   * can have, and which becomes the lock in one step. A claim is a lock itself, for its owner may be killed, too.
   */
  #acquire(lock: string): void {
    while (!createLockFile(lock, this.#own)) {
      const holder = readLockFile(lock);
      if (holder === undefined) continue;
      this.#assertEnded(holder);
      const claim = `${lock}.${holder.token.slice(0, 8)}`;
      this.#acquire(claim);
      if (readLockFile(lock)?.token === holder.token) {
        renameSync(claim, lock);
        return;
      }
      rmSync(claim, { force: true });
    }
  }

  #assertEnded(holder: LockHolder): void {
    const state = holder.token === UNNAMED ? "ended" : processState(holder, this.#own);
    if (state === "ended") return;
    const advice =
      state === "running"
        ? "close that one first, or give this one a file of its own"
        : `whether that one still runs cannot be seen from here; if it does not, delete ${this.#lock}`;
    throw new Error(`it is kept by ${this.#name(holder)}: ${advice}`);
  }

  #name({ pid, host, pidNamespace, since }: LockHolder): string {
    const own = this.#own;
    const isNear = host === own.host && pidNamespace === own.pidNamespace;
    const place = isNear ? "" : host === own.host ? " in another container" : ` on ${JSON.stringify(host)}`;
    const process = isNear && pid === own.pid ? `this process (${pid})` : `process ${pid}${place}`;
    return `another sandbox in ${process} since ${since}`;
  }
}

function releaseAll(): void {
  for (const lock of held) lock.release();
}
