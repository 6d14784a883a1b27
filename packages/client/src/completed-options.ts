import { invalidConfig } from "./api-key.ts";
import type { InstantlyError } from "./instantly-error.ts";
import { withoutEffect } from "./without-effect.ts";

/**
 * Lays given numbers, or lists of numbers, over their defaults.
 *
 * @param group how the option that holds them is called, for the message.
 * @throws InstantlyError `invalid_config` naming the option that is unknown or not a number of at least 0.
 */
export function completedOptions<Options extends object>(
  group: string,
  defaults: Options,
  given: { readonly [Name in keyof Options]?: Options[Name] | undefined } | undefined,
): Options {
  if (given === undefined) return defaults;
  if (typeof given !== "object" || given === null) throw refused(`${group} must be an object of options`);
  const completed = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaults, name)) {
      throw refused(`${group}.${name} is not an option: use ${Object.keys(defaults).join(", ")}`);
    }
    if (value === undefined) continue;
    const isList = Array.isArray(Reflect.get(defaults, name));
    if (Array.isArray(value) !== isList || ![value].flat().every(isTime)) {
      throw refused(`${group}.${name} must be ${isList ? "a list of numbers" : "a number"} from 0 to ${LONGEST}`);
    }
    Object.assign(completed, { [name]: value });
  }
  return completed;
}

/** Longer waits overflow the platform's timers. */
const LONGEST = 2 ** 31 - 1;

function isTime(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= LONGEST;
}

/** The options of a call are checked before it sends anything. */
function refused(message: string): InstantlyError {
  return withoutEffect(invalidConfig(message));
}
