import { readFile } from "node:fs/promises";
import { usageError } from "../command-error.ts";

/**
 * Reads JSON from a text, or from a file for `@file`.
 *
 * @param flag what it is for, such as `--sequences`.
 * @throws CommandError that names the file or the text, and where the JSON is wrong.
 */
export async function readJson(given: string, flag: string): Promise<unknown> {
  if (!given.startsWith("@")) return parseJson(given, `${flag}: the value`);
  const file = given.slice(1);
  return parseJson(await readTextFile(file, flag), `${flag}: ${file}`);
}

/** Reads a text file as UTF-8, without a byte order mark. */
export async function readTextFile(file: string, flag: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a directory",
      EACCES: "it may not be read",
      ERR_ENCODING_INVALID_ENCODED_DATA: "it is not UTF-8",
    };
    throw usageError(`${flag}: ${file}: ${reasons[code ?? ""] ?? (error as Error).message}`);
  }
}

/** Parses JSON and says in an error where it is from. */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usageError(`${source} is not JSON: ${(error as Error).message}`);
  }
}
