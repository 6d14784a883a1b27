import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { ComparisonError } from "../document/comparison-error.ts";

/**
 * Reads one of the YAML files in `spec/vendor`; undefined when it does not exist.
 *
 * @param name the name for error messages, such as `spec/vendor/departures.yaml`.
 * @throws ComparisonError when the file is not YAML or cannot be read.
 */
export function readVendorFile(file: string, name: string): unknown {
  try {
    return parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new ComparisonError(`${name}: ${message.split("\n")[0]}`);
  }
}
