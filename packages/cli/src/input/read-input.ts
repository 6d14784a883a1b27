import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { ActionCommand } from "../catalog/action-command.ts";
import { typedFlag } from "../catalog/parameter.ts";
import { usageError } from "../command-error.ts";
import { parseJson, readTextFile } from "./read-json.ts";

/**
 * Collects the input of an action: the file of `--input`, then the flags, which take precedence.
 *
 * @param flags the values by flag; undefined and empty lists are not given.
 * @throws CommandError for a file that is no JSON object, and for an id that is given twice.
 */
export async function readInput(
  { parameters, positional }: ActionCommand,
  flags: Readonly<Record<string, unknown>>,
  word: string | undefined,
  stdin: Readable,
): Promise<Record<string, unknown>> {
  const file = flags["input"];
  const input = typeof file === "string" ? await readObject(file, stdin) : {};
  for (const { name, flag } of parameters) {
    const value = flags[flag];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) input[name] = value;
  }
  if (word !== undefined && positional !== undefined) {
    const flagged = flags[positional.flag];
    if (flagged !== undefined && flagged !== word) {
      throw usageError(`${typedFlag(positional.name)} and "${word}" differ: give the id once`);
    }
    input[positional.name] = word;
  }
  return input;
}

async function readObject(file: string, stdin: Readable): Promise<Record<string, unknown>> {
  const value =
    file === "-"
      ? parseJson(await text(stdin), "--input: stdin")
      : parseJson(await readTextFile(file, "--input"), `--input: ${file}`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw usageError(
      `--input: expected a JSON object with the parameters, found ${Array.isArray(value) ? "an array" : typeof value}`,
    );
  }
  return { ...value };
}
