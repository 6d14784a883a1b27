import type { Parameter } from "../catalog/parameter.ts";
import { typedFlag } from "../catalog/parameter.ts";
import { usageError } from "../command-error.ts";
import { didYouMean, nearestName } from "../nearest-name.ts";
import { readJson } from "./read-json.ts";

/**
 * Reads the value of a flag. Codes may be given in words, and a number may be `null`.
 *
 * @throws CommandError with what was expected, and the nearest word.
 */
export async function readValue(parameter: Parameter, text: string): Promise<unknown> {
  const { kind, choices } = parameter;
  if (kind === "json") return readJson(text, typedFlag(parameter.name));
  const words = choices.map(({ word }) => word);
  const chosen = choices.find(({ word, code }) => code === text || word === text.toLowerCase())?.code;
  const wrong = (expected: string) =>
    usageError(`${typedFlag(parameter.name)}: expected ${expected}, found "${text}"${didYouMean(text, words)}`);
  if (kind !== "integer" && kind !== "number") {
    // A value that is like none of the words may be new.
    if (chosen === undefined && nearestName(text, words) !== undefined) throw wrong(`one of ${words.join(", ")}`);
    return chosen ?? text;
  }
  if (text === "null") return null;
  const number = Number(chosen ?? text);
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(chosen ?? text);
  if (isNumber && (kind === "integer" ? Number.isSafeInteger(number) : Number.isFinite(number))) return number;
  const what = kind === "integer" ? "a whole number" : "a number";
  throw wrong(words.length === 0 ? what : `${what} or one of ${words.join(", ")}`);
}
