import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The repository. */
export const root: string = path.resolve(import.meta.dirname, "../..");

/** A source file of a package. */
export interface SourceFile {
  /** Relative to the root, with slashes, such as `packages/client/src/cursor.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Reads the TypeScript of all packages. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(path.join(root, "packages")).flatMap((name) => {
    const source = path.join(root, "packages", name, "src");
    const entries = readdirSync(source, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return { path: path.relative(root, file).replaceAll(path.sep, "/"), text: readFileSync(file, "utf8") };
      });
  });
}

/** Whether the file is derived. */
export function isDerived({ path: file }: SourceFile): boolean {
  return file.endsWith(".gen.ts");
}

/** Whether the file is a test. */
export function isTest({ path: file }: SourceFile): boolean {
  return /\.(test|test-d)\.ts$/.test(file);
}
