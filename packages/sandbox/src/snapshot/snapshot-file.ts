import { open, rename } from "node:fs/promises";
import path from "node:path";
import { fileLines } from "./file-lines.ts";

/** Writes snapshots one after the other; whoever asks while one is written shares the next. */
export class SnapshotFile {
  readonly #file: string;
  readonly #lines: () => string[];
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(file: string, lines: () => string[]) {
    this.#file = path.resolve(file);
    this.#lines = lines;
  }

  /** The lines of the file, or undefined when there is none yet. */
  read(): string[] | undefined {
    try {
      return fileLines(this.#file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw new Error(`snapshotFile ${this.#file} cannot be read: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Resolves once the state as it is now, or a later one, is safely on the disk. */
  save(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#write().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.save();
      });
    return this.#next;
  }

  async #write(): Promise<void> {
    try {
      await this.#replace(this.#lines());
    } catch (error) {
      throw new Error(`snapshotFile ${this.#file} cannot be written: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Whenever this is interrupted, the old file or the new one is there, whole. */
  async #replace(lines: readonly string[]): Promise<void> {
    const draft = `${this.#file}.writing`;
    const handle = await open(draft, "w", 0o600);
    try {
      for (let start = 0; start < lines.length; start += 64) {
        await handle.writeFile(`${lines.slice(start, start + 64).join("\n")}\n`);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, this.#file);
    const directory = await open(path.dirname(this.#file), "r");
    await directory.sync().finally(() => directory.close());
  }
}
