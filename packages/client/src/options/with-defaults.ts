import type { InstantlyError } from "../errors/instantly-error.ts";
import { isInstantlyError, withoutEffect } from "../errors/instantly-error.ts";
import { invalidConfig } from "./api-key.ts";

/** The longest delay that timers support, in milliseconds. With a longer one they fire at once. */
export const LONGEST_MS: number = 2 ** 31 - 1;

/** Creates the error for an invalid option. */
type CreateError = (message: string) => Error;

/** Reads options or fields. If reading them throws, the error is that of an invalid option. */
export function readOptions<Options>(read: () => Options, createError: CreateError = invalidConfig): Options {
  try {
    return read();
  } catch (thrown) {
    throw isInstantlyError(thrown) ? thrown : createError("an option or field cannot be read: it throws");
  }
}

/**
 * Applies defaults to options that are numbers or lists of numbers.
 *
 * @param group the name of the option that contains them, for the message.
 * @throws InstantlyError `invalid_config`, which names an option that is unknown or is not a number of at least 0.
 */
export function withDefaults<Options extends object>(
  group: string,
  defaults: Options,
  given: { readonly [Name in keyof Options]?: Options[Name] | undefined } | undefined,
): Options {
  if (given === undefined) return defaults;
  assertKnownNames(group, given, defaults, invalidOption);
  const completed = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const isList = Array.isArray(Reflect.get(defaults, name));
    if (Array.isArray(value) !== isList || ![value].flat().every(isTime)) {
      throw invalidOption(
        `${group}.${name} must be ${isList ? "a list of numbers" : "a number"} from 0 to ${LONGEST_MS}`,
      );
    }
    Object.assign(completed, { [name]: value });
  }
  return completed;
}

/**
 * Checks that a value is an object with known options only.
 *
 * @param group the name of the option that contains them, for the message.
 * @param known an object whose keys are the valid names.
 */
export function assertKnownNames(
  group: string,
  given: unknown,
  known: object,
  createError: CreateError = invalidConfig,
): void {
  const names = () => Object.keys(known).join(", ");
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw createError(`${group} must be an object with any of ${names()}`);
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw createError(`${group}.${unknown} is not an option: use ${names()}`);
}

/** Checks that a value is an object with the given functions. */
export function assertMethods(
  group: string,
  given: unknown,
  names: readonly string[],
  createError: CreateError = invalidConfig,
): void {
  if ((typeof given !== "object" && typeof given !== "function") || given === null) {
    throw createError(`${group} must be an object with the functions ${names.join(", ")}`);
  }
  const wrong = names.find((name) => typeof Reflect.get(given, name) !== "function");
  if (wrong) throw createError(`${group}.${wrong} must be a function`);
}

/** Checks that a value is a number above 0 and at most 1. */
export function assertShare(name: string, share: unknown): void {
  if (!(typeof share === "number" && share > 0 && share <= 1)) {
    throw invalidConfig(`${name} must be a number above 0 and at most 1`);
  }
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= LONGEST_MS;
}

/** Creates the error of an invalid option. Options are checked before anything is sent. */
function invalidOption(message: string): InstantlyError {
  return withoutEffect(invalidConfig(message));
}
