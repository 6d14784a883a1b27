import { knownTimeZones, timeZoneAdvice } from "@modulex-instantly/client/time-zones";
import { editDistance } from "./nearest-name.ts";

/**
 * Suggests an accepted time zone in place of one that Instantly does not accept: one with the same local time, because a
 * zone with a similar name would send at other hours. Undefined if the text resembles no time zone.
 */
export function timeZoneHint(given: string, accepted: readonly string[]): string | undefined {
  const zone = intendedZone(given);
  if (zone === undefined) return undefined;
  const meant = zone === given ? "" : ` (did you mean "${zone}"?)`;
  if (accepted.includes(zone)) return meant;
  const advice = timeZoneAdvice(zone);
  return advice ? `${meant}; ${advice}` : `${meant}, nor is any time zone with the same clock`;
}

/** The time zone that a text means: by name, by city, or with a typo. */
function intendedZone(given: string): string | undefined {
  const text = normalize(given);
  if (text.length < 2 || text.length > 64) return undefined;
  const known = knownTimeZones();
  const named =
    known.find((zone) => normalize(zone) === text) ?? known.find((zone) => normalize(cityOf(zone)) === text);
  if (named !== undefined) return named;
  // Abbreviations are ambiguous: EST rarely means a zone without daylight saving time.
  if (/\/|^[+-]\d/.test(given) && isOfPlatform(given)) return given;
  if (text.length < 6) return undefined;
  const nearest = known
    .filter((zone) => Math.abs(normalize(zone).length - text.length) <= 2)
    .map((zone) => ({ zone, edits: editDistance(normalize(zone), text) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return nearest && nearest.edits <= 2 ? nearest.zone : undefined;
}

function isOfPlatform(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }) !== undefined;
  } catch {
    return false;
  }
}

function cityOf(zone: string): string {
  return zone.split("/").at(-1) ?? zone;
}

function normalize(zone: string): string {
  return zone.toLowerCase().replaceAll(/[\s_-]+/g, "");
}
