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
  return readdirSync(path.join(root, "packages")).flatMap((name) => filesBelow(`packages/${name}/src`));
}

/** Reads the TypeScript below a folder of the repository. */
export function filesBelow(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { path: path.relative(root, file).replaceAll(path.sep, "/"), text: readFileSync(file, "utf8") };
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
