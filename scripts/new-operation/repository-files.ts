import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ScaffoldError } from "./scaffold-error.ts";

/** The files of a repository. Changes are kept in memory until `save`, so that a failing scaffold writes nothing. */
export class RepositoryFiles {
  readonly root: string;
  readonly #changed = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
  }

  has(file: string): boolean {
    return this.#changed.has(file) || existsSync(path.join(this.root, file));
  }

  read(file: string): string {
    return this.#changed.get(file) ?? readFileSync(path.join(this.root, file), "utf8");
  }

  /** The names of the files in a folder; empty if there is no such folder. */
  list(folder: string): string[] {
    const directory = path.join(this.root, folder);
    return existsSync(directory) ? readdirSync(directory).sort() : [];
  }

  /** @throws ScaffoldError if the file exists. */
  create(file: string, text: string): void {
    if (this.has(file)) throw new ScaffoldError(`${file} exists already; remove it, or add the operation by hand`);
    this.#changed.set(file, text);
  }

  edit(file: string, change: (text: string) => string): void {
    const old = this.read(file);
    const text = change(old);
    if (text !== old) this.#changed.set(file, text);
  }

  /**
   * Inserts lines before the first line that matches.
   *
   * @throws ScaffoldError if no line does.
   */
  insertBefore(file: string, line: RegExp, lines: string): void {
    this.edit(file, (text) => {
      const at = text.search(line);
      if (at < 0) throw new ScaffoldError(`${file}: expected a line that matches ${line}; add the operation by hand`);
      return text.slice(0, at) + lines + text.slice(at);
    });
  }

  /** Writes the changes and returns the names of the files. */
  save(): string[] {
    for (const [file, text] of this.#changed) {
      mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
      writeFileSync(path.join(this.root, file), text);
    }
    return [...this.#changed.keys()].sort();
  }
}
