import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { ComparisonError } from "../document/comparison-error.ts";

/** Parsed files by their text, because an update and its tests read the same files many times. */
const parsedTexts = new Map<string, unknown>();

/**
 * Reads one of the YAML files in `spec/vendor`; undefined when it does not exist.
 *
 * @param name the name for error messages, such as `spec/vendor/departures.yaml`.
 * @throws ComparisonError when the file is not YAML or cannot be read.
 */
export function readVendorFile(file: string, name: string): unknown {
  try {
    const text = readFileSync(file, "utf8");
    if (!parsedTexts.has(text)) parsedTexts.set(text, parse(text));
    return parsedTexts.get(text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new ComparisonError(`${name}: ${message.split("\n")[0]}`);
  }
}
