import { statSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import type { World } from "../state/world.ts";
import type { FilePlace } from "./append-to-file.ts";
import { appendToFile } from "./append-to-file.ts";
import { changeLine, sealCheck } from "./change-line.ts";
import { fileLines } from "./file-lines.ts";
import { realFile } from "./real-file.ts";
import { removeDrafts, replaceFile } from "./replace-file.ts";
import type { MintedKeys } from "./snapshot-lines.ts";
import { snapshotLines } from "./snapshot-lines.ts";
import { SnapshotLock } from "./snapshot-lock.ts";
import type { SnapshotEnd } from "./verify-snapshot.ts";
import { WorldChanges } from "./world-changes.ts";

/** The state that a file keeps. */
export interface KeptState {
  readonly world: World;
  readonly minted: MintedKeys;
}

/** The file is written anew when its changes are as long as the snapshot they follow, and no shorter than this. */
const LEAST_CHANGES = 4_194_304;

/**
 * Keeps a state in a file: a snapshot, and after it a line for each change since. One sandbox has the file at a time.
 *
 * A change is in the file as soon as it is written, and on the disk when its flush has ended; those who ask while one is
 * running share the next.
 */
export class SnapshotFile {
  /** As it was given, for messages, and without symbolic links. */
  readonly #name: string;
  readonly #file: string;
  readonly #state: () => KeptState;
  readonly #flush: (file: string) => Promise<void>;
  readonly #lock: SnapshotLock;
  /** What the file has not got yet, the check it ends with, and where it ends; undefined when it must be written anew. */
  #changes: WorldChanges | undefined;
  #check = "";
  #place: FilePlace | undefined;
  #hasChanges = false;
  #longest = 0;
  #isFlushed = true;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #isClosed = false;

  /** @throws Error when the file cannot be kept: another sandbox does, say, or its folder is missing. */
  constructor(file: string, state: () => KeptState, flush: (file: string) => Promise<void> = flushFile) {
    this.#name = path.resolve(file);
    this.#state = state;
    this.#flush = flush;
    this.#file = this.#attempt("read", () => realFile(this.#name));
    this.#lock = this.#attempt("written", () => new SnapshotLock(this.#file));
    removeDrafts(this.#file);
  }

  /** The lines of the file, or undefined when there is none yet. */
  read(): string[] | undefined {
    return this.#attempt("read", () => {
      const isThere = statSync(this.#file, { throwIfNoEntry: false }) !== undefined;
      return isThere ? fileLines(this.#file) : undefined;
    });
  }

  /** Goes on after what was read, which the state is now. */
  goOn({ check, characters, isWhole }: SnapshotEnd): void {
    if (!isWhole) return;
    this.#begin(statSync(this.#file), check, characters);
  }

  /** Writes what has changed; it is in the file when this returns, and soon on the disk. */
  write(): void {
    this.#attempt("written", () => this.#write());
    this.#flushed().catch(() => {});
  }

  /** Resolves once the state as it is now, or a later one, is safely on the disk. */
  async save(): Promise<void> {
    this.#attempt("written", () => this.#write());
    await this.#flushed();
  }

  /** Leaves the file as a snapshot alone, and to others. When this fails it can be tried again. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    await this.save();
    if (this.#hasChanges) this.#compact();
    this.release();
  }

  /** Leaves the file to others as it is. */
  release(): void {
    this.#isClosed = true;
    this.#lock.release();
  }

  #write(): void {
    if (this.#isClosed) throw new Error("its sandbox was closed");
    const { world, minted } = this.#state();
    const [changes, end] = [this.#changes, this.#place];
    if (changes?.world !== world || changes.isMost || end === undefined) this.#replace();
    else this.#append(changes, end, minted);
  }

  #append(changes: WorldChanges, end: FilePlace, minted: MintedKeys): void {
    this.#lock.assertHeld();
    let check = this.#check;
    const lines = function* (): Generator<Uint8Array> {
      for (const text of changes.texts(minted)) {
        const next = changeLine(check, text);
        check = next.check;
        yield Buffer.from(`${next.line}\n`);
      }
    };
    const place = appendToFile(this.#file, end, lines());
    if (place === undefined) {
      this.#replace();
      return;
    }
    if (place.size === end.size) return;
    this.#check = check;
    this.#place = place;
    changes.clear(minted);
    this.#hasChanges = true;
    this.#isFlushed = false;
    if (place.size > this.#longest) this.#compact();
  }

  /** Writes the whole state. */
  #replace(): void {
    this.#lock.assertHeld();
    const { world, minted } = this.#state();
    let seal = "";
    const lines = function* (): Generator<string> {
      for (const line of snapshotLines(world, minted)) {
        seal = line;
        yield line;
      }
    };
    const place = replaceFile(this.#file, lines());
    this.#begin(place, sealCheck(seal), 0);
  }

  /** Makes the file shorter. When that fails it stays as it is, which loses nothing, and is tried again later. */
  #compact(): void {
    const { size } = this.#place ?? { size: 0 };
    this.#longest = size + Math.max(LEAST_CHANGES, size);
    try {
      this.#replace();
    } catch {
      // The disk may be full.
    }
  }

  #begin(place: FilePlace, check: string, changes: number): void {
    const { world, minted } = this.#state();
    const snapshot = place.size - changes;
    this.#changes = new WorldChanges(world, minted);
    this.#place = place;
    this.#check = check;
    this.#hasChanges = changes > 0;
    this.#longest = snapshot + Math.max(LEAST_CHANGES, snapshot);
  }

  #flushed(): Promise<void> {
    if (this.#running === undefined) {
      if (this.#isFlushed) return Promise.resolve();
      this.#isFlushed = true;
      this.#running = this.#flushNow().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    if (this.#isFlushed) return this.#running;
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.#flushed();
      });
    return this.#next;
  }

  /** Nobody knows what a flush that failed has left on the disk, so that the next write is of everything. */
  async #flushNow(): Promise<void> {
    try {
      await this.#flush(this.#file);
    } catch (error) {
      this.#place = undefined;
      throw this.#failed("written", error);
    }
  }

  #attempt<Result>(what: "read" | "written", act: () => Result): Result {
    try {
      return act();
    } catch (error) {
      throw this.#failed(what, error);
    }
  }

  #failed(what: "read" | "written", error: unknown): Error {
    return new Error(`snapshotFile ${this.#name} cannot be ${what}: ${(error as Error).message}`, { cause: error });
  }
}

async function flushFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
