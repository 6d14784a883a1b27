import type { InstantlyError } from "../errors/instantly-error.ts";
import { isInstantlyError, withoutEffect } from "../errors/instantly-error.ts";
import { invalidConfig } from "./api-key.ts";

/** The longest wait in milliseconds that timers can hold; with longer ones they fire at once. */
export const LONGEST_MS: number = 2 ** 31 - 1;

/** Builds the error for an option that cannot be used. */
type Refuse = (message: string) => Error;

/** Reads what was given, whatever it is: what throws when it is read is refused like any other. */
export function readOptions<Options>(read: () => Options, refuse: Refuse = invalidConfig): Options {
  try {
    return read();
  } catch (thrown) {
    throw isInstantlyError(thrown) ? thrown : refuse("an option or field cannot be read: it throws");
  }
}

/**
 * Lays given numbers, or lists of numbers, over their defaults.
 *
 * @param group how the option that holds them is called, for the message.
 * @throws InstantlyError `invalid_config` naming the option that is unknown or not a number of at least 0.
 */
export function withDefaults<Options extends object>(
  group: string,
  defaults: Options,
  given: { readonly [Name in keyof Options]?: Options[Name] | undefined } | undefined,
): Options {
  if (given === undefined) return defaults;
  assertKnownNames(group, given, defaults, refused);
  const completed = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const isList = Array.isArray(Reflect.get(defaults, name));
    if (Array.isArray(value) !== isList || ![value].flat().every(isTime)) {
      throw refused(`${group}.${name} must be ${isList ? "a list of numbers" : "a number"} from 0 to ${LONGEST_MS}`);
    }
    Object.assign(completed, { [name]: value });
  }
  return completed;
}

/**
 * Checks that a value is an object of certain options and no others.
 *
 * @param group how the option that holds them is called, for the message.
 * @param known an object with all names that there are.
 */
export function assertKnownNames(group: string, given: unknown, known: object, refuse: Refuse = invalidConfig): void {
  const names = () => Object.keys(known).join(", ");
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw refuse(`${group} must be an object with any of ${names()}`);
  }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw refuse(`${group}.${unknown} is not an option: use ${names()}`);
}

/** Checks that a value is an object with certain functions. */
export function assertMethods(
  group: string,
  given: unknown,
  names: readonly string[],
  refuse: Refuse = invalidConfig,
): void {
  if ((typeof given !== "object" && typeof given !== "function") || given === null) {
    throw refuse(`${group} must be an object with the functions ${names.join(", ")}`);
  }
  const wrong = names.find((name) => typeof Reflect.get(given, name) !== "function");
  if (wrong) throw refuse(`${group}.${wrong} must be a function`);
}

/** Checks that a value is a share of a whole, and not nothing. */
export function assertShare(name: string, share: unknown): void {
  if (!(typeof share === "number" && share > 0 && share <= 1)) {
    throw invalidConfig(`${name} must be a number above 0 and at most 1`);
  }
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= LONGEST_MS;
}

/** The options of a call are checked before it sends anything. */
function refused(message: string): InstantlyError {
  return withoutEffect(invalidConfig(message));
}
