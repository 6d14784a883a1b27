import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Finds the first of several programs on PATH, as a shell would; undefined when there is none. */
export function executableOnPath(...names: readonly string[]): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
