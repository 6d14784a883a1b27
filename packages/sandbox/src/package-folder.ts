import path from "node:path";
import { fileURLToPath } from "node:url";

let found: string | undefined;

/**
 * The folder of this package, which is that of `dist` and of `src`. The file comes from a stack trace, because a file with
 * `import.meta` cannot be loaded by Jest and others that turn modules into CommonJS.
 */
export function packageFolder(): string {
  found ??= path.dirname(path.dirname(currentFile()));
  return found;
}

/** The path of this file, which is `src/package-folder.ts` or, bundled, a file in `dist`. */
function currentFile(): string {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = (_, [site]) => site?.getFileName();
    const file: unknown = new Error().stack;
    if (typeof file !== "string") throw new Error("the file of the sandbox is unknown");
    return file.startsWith("file:") ? fileURLToPath(file) : file;
  } finally {
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }
}
