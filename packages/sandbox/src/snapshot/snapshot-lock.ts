import { randomUUID } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import type { LockHolder } from "./lock-file.ts";
import { createLockFile, readLockFile, UNNAMED } from "./lock-file.ts";
import { ownIdentity, processState } from "./process-identity.ts";

/** The locks to release when the process exits. */
const held = new Set<SnapshotLock>();

/** Prevents a second sandbox from using a file. The lock of an ended process is taken over. */
export class SnapshotLock {
  readonly #lock: string;
  readonly #own: LockHolder = { ...ownIdentity(), since: new Date().toISOString(), token: randomUUID() };

  /**
   * Acquires the lock of a file.
   *
   * @throws Error naming the holder and the start time.
   */
  constructor(file: string) {
    this.#lock = `${file}.lock`;
    this.#acquire(this.#lock);
    if (held.size === 0) process.on("exit", releaseAll);
    held.add(this);
  }

  /**
   * Ensures that the lock is still held, so that no other sandbox has written to the file.
   *
   * @throws Error if the lock was removed or taken by another sandbox.
   */
  assertHeld(): void {
    const holder = readLockFile(this.#lock);
    if (holder?.token === this.#own.token) return;
    const found =
      holder === undefined ? `its lock ${this.#lock} was removed` : `it is kept by ${this.#name(holder)} now`;
    throw new Error(`${found}, so it may have changed. Start this sandbox again to go on from what it holds`);
  }

  /** Releases the lock. A lock of another sandbox, or an unreadable one, is not removed. */
  release(): void {
    held.delete(this);
    if (held.size === 0) process.off("exit", releaseAll);
    try {
      if (readLockFile(this.#lock)?.token === this.#own.token) rmSync(this.#lock, { force: true });
    } catch {
      // The next sandbox takes it over when this process has ended.
    }
  }

  /**
   * Creates a lock, or takes it over from an ended process with a claim for this holder, which only one process can have and
   * which is renamed to the lock. A claim is itself a lock, because its owner may be killed too.
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
