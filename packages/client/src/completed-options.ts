import { invalidConfig } from "./api-key.ts";

/**
 * Lays given numbers over their defaults.
 *
 * @param group how the option that holds them is called, for the message.
 * @throws InstantlyError `invalid_config` naming the option that is unknown or not a number of at least 0.
 */
export function completedOptions<Options extends object>(
  group: string,
  defaults: Options,
  given: { readonly [Name in keyof Options]?: Options[Name] | undefined } | undefined,
): Options {
  if (!given) return defaults;
  const completed = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaults, name)) {
      throw invalidConfig(`${group}.${name} is not an option: use ${Object.keys(defaults).join(", ")}`);
    }
    if (value === undefined) continue;
    // Longer waits than this overflow the platform's timers.
    if (![value as number].flat().every((number) => number >= 0 && number < 2 ** 31)) {
      throw invalidConfig(
        `${group}.${name} must be a number from 0 to ${2 ** 31 - 1}, in milliseconds where it is a time`,
      );
    }
    Object.assign(completed, { [name]: value });
  }
  return completed;
}
