import type { Parameter } from "../catalog/parameter.ts";
import { usageError } from "../command-error.ts";
import { didYouMean } from "../nearest-name.ts";
import { readJson } from "./read-json.ts";

/**
 * Reads the value of a flag. Codes may be given in words, and a number may be `null`.
 *
 * @throws CommandError with what was expected, and the nearest word.
 */
export async function readValue(parameter: Parameter, text: string): Promise<unknown> {
  const { kind, choices } = parameter;
  if (kind === "json") return readJson(text);
  const chosen = choices.find(({ word, code }) => [word, code].includes(text.toLowerCase()) || code === text)?.code;
  if (kind !== "integer" && kind !== "number") return chosen ?? text;
  if (text === "null") return null;
  const number = Number(chosen ?? text);
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(chosen ?? text);
  if (isNumber && (kind === "integer" ? Number.isSafeInteger(number) : Number.isFinite(number))) return number;
  const words = choices.map(({ word }) => word);
  const what = kind === "integer" ? "a whole number" : "a number";
  const expected = words.length === 0 ? what : `${what} or one of ${words.join(", ")}`;
  throw usageError(`expected ${expected}, found "${text}"${didYouMean(text, words)}`);
}
