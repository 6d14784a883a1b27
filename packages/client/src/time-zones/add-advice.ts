import type { InstantlyError } from "../errors/instantly-error.ts";
import { timeZoneAdvice } from "./time-zone-stand-in.ts";
import { timeZones } from "./time-zones.gen.ts";

/**
 * Adds to the message of an error which time zones to use in place of those of the campaign that are not accepted. It
 * changes the error in place, because the client knows its errors by identity.
 */
export function addAdvice(error: InstantlyError, campaign: unknown): void {
  const given = JSON.stringify(campaign).matchAll(/"timezone":"([\w/+-]{1,64})"/g);
  for (const zone of new Set(Array.from(given, ([, name = ""]) => name))) {
    const advice = (timeZones as readonly string[]).includes(zone) ? undefined : timeZoneAdvice(zone);
    if (advice === undefined) continue;
    const { message, stack } = error;
    error.message = `${message}; time zone "${zone}" is not accepted by Instantly; ${advice}`;
    if (stack !== undefined) error.stack = stack.replace(message, () => error.message);
  }
}
