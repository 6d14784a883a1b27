import { statSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import type { Database } from "../state/database.ts";
import type { FileState } from "./append-to-file.ts";
import { appendToFile } from "./append-to-file.ts";
import { changeLine, sealCheck } from "./change-line.ts";
import { DatabaseChanges } from "./database-changes.ts";
import { fileLines } from "./file-lines.ts";
import { realFile } from "./real-file.ts";
import { removeDrafts, replaceFile } from "./replace-file.ts";
import type { MintedKeys } from "./snapshot-lines.ts";
import { snapshotLines } from "./snapshot-lines.ts";
import { SnapshotLock } from "./snapshot-lock.ts";
import type { SnapshotEnd } from "./verify-snapshot.ts";

/** The state to save. */
export interface SnapshotState {
  readonly database: Database;
  readonly minted: MintedKeys;
}

/** The file is compacted when its changes are longer than the snapshot and than this. */
const MIN_CHANGES = 4_194_304;

/**
 * Saves a state to a file: a snapshot, followed by a line per change. Only one sandbox can use the file at a time.
 *
 * A change is in the file when it is written, and on disk when its flush completes. Requests during a flush share the next
 * one.
 */
export class SnapshotFile {
  /** The path as given, for messages, and with symbolic links resolved. */
  readonly #name: string;
  readonly #file: string;
  readonly #state: () => SnapshotState;
  readonly #flush: (file: string) => Promise<void>;
  readonly #lock: SnapshotLock;
  /** The unwritten changes, the checksum and the end of the file; undefined if the whole file must be written. */
  #changes: DatabaseChanges | undefined;
  #check = "";
  #place: FileState | undefined;
  #hasChanges = false;
  #longest = 0;
  #isFlushed = true;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #isClosed = false;

  /** @throws Error if the file cannot be used, for example because another sandbox uses it or its folder is missing. */
  constructor(file: string, state: () => SnapshotState, flush: (file: string) => Promise<void> = flushFile) {
    this.#name = path.resolve(file);
    this.#state = state;
    this.#flush = flush;
    this.#file = this.#attempt("read", () => realFile(this.#name));
    this.#lock = this.#attempt("written", () => new SnapshotLock(this.#file));
    removeDrafts(this.#file);
  }

  /** Reads the lines of the file; undefined if it does not exist. */
  read(): string[] | undefined {
    return this.#attempt("read", () => {
      const isThere = statSync(this.#file, { throwIfNoEntry: false }) !== undefined;
      return isThere ? fileLines(this.#file) : undefined;
    });
  }

  /** Continues the file after the state was restored from it. */
  continueFrom({ check, characters, isWhole }: SnapshotEnd): void {
    if (!isWhole) return;
    this.#begin(statSync(this.#file), check, characters);
  }

  /** Writes the changes to the file, and flushes them to disk in the background. */
  write(): void {
    this.#attempt("written", () => this.#write());
    this.#flushed().catch(() => {});
  }

  /** Resolves when the current state, or a later one, is flushed to disk. */
  async save(): Promise<void> {
    this.#attempt("written", () => this.#write());
    await this.#flushed();
  }

  /** Compacts and releases the file. If this fails, it can be called again. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    await this.save();
    if (this.#hasChanges) this.#compact();
    this.release();
  }

  /** Releases the file without writing it. */
  release(): void {
    this.#isClosed = true;
    this.#lock.release();
  }

  #write(): void {
    if (this.#isClosed) throw new Error("its sandbox was closed");
    const { database, minted } = this.#state();
    const [changes, end] = [this.#changes, this.#place];
    if (changes?.database !== database || changes.isMost || end === undefined) this.#replace();
    else this.#append(changes, end, minted);
  }

  #append(changes: DatabaseChanges, end: FileState, minted: MintedKeys): void {
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
    const { database, minted } = this.#state();
    let seal = "";
    const lines = function* (): Generator<string> {
      for (const line of snapshotLines(database, minted)) {
        seal = line;
        yield line;
      }
    };
    const place = replaceFile(this.#file, lines());
    this.#begin(place, sealCheck(seal), 0);
  }

  /** Compacts the file. If this fails, the file is unchanged, and compaction is tried again later. */
  #compact(): void {
    const { size } = this.#place ?? { size: 0 };
    this.#longest = size + Math.max(MIN_CHANGES, size);
    try {
      this.#replace();
    } catch {
      // The disk may be full.
    }
  }

  #begin(place: FileState, check: string, changes: number): void {
    const { database, minted } = this.#state();
    const snapshot = place.size - changes;
    this.#changes = new DatabaseChanges(database, minted);
    this.#place = place;
    this.#check = check;
    this.#hasChanges = changes > 0;
    this.#longest = snapshot + Math.max(MIN_CHANGES, snapshot);
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

  /** After a failed flush the content on disk is unknown, so the next write replaces the whole file. */
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
