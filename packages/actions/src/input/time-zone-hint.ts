import { knownTimeZones, timeZoneAdvice } from "@modulex-instantly/client/time-zones";
import { editDistance } from "./nearest-name.ts";

/** Zones that people name without a city. An abbreviation that several of them use, such as IST, is not here. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^(et|e[sd]t|(us)?eastern)$/, "America/New_York"],
  [/^(ct|c[sd]t|(us)?central)$/, "America/Chicago"],
  [/^(mt|m[sd]t|(us)?mountain)$/, "America/Denver"],
  [/^(pt|p[sd]t|(us)?pacific)$/, "America/Los_Angeles"],
  [/^(ces?t|(central|w|western)europe(an)?)$/, "Europe/Berlin"],
  [/^(gmtstandardtime|british|uk)$/, "Europe/London"],
  [/^(india|indian)$/, "Asia/Kolkata"],
  [/^(jst|japan|tokyo)$/, "Asia/Tokyo"],
  [/^(ae[sd]t|auseastern|australianeastern)$/, "Australia/Sydney"],
];

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
  const spoken = SPOKEN.find(([names]) => names.test(text) || names.test(withoutTime(text)))?.[1];
  if (spoken !== undefined) return spoken;
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?00)?$/i.exec(given.replaceAll(/\s/g, ""));
  if (offset) return zoneAtOffset(offset[1] === "+", Number(offset[2]));
  // The platform knows EST as a zone without daylight saving time, which people rarely mean.
  if (/\/|^[+-]\d/.test(given) && isOfPlatform(given)) return given;
  if (text.length < 6) return undefined;
  const nearest = known
    .filter((zone) => Math.abs(normalize(zone).length - text.length) <= 2)
    .map((zone) => ({ zone, edits: editDistance(normalize(zone), text) }))
    .sort((a, b) => a.edits - b.edits)[0];
  return nearest && nearest.edits <= 2 ? nearest.zone : undefined;
}

function withoutTime(text: string): string {
  return text.replace(/\(.*?\)/g, "").replace(/(standard|daylight|summer)?time$/, "");
}

/** The zone at an offset from UTC in hours. In the names of these zones, a plus means west of Greenwich. */
function zoneAtOffset(isEast: boolean, hours: number): string | undefined {
  const zone = hours === 0 ? "UTC" : `Etc/GMT${isEast ? "-" : "+"}${hours}`;
  return isOfPlatform(zone) ? zone : undefined;
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
  return zone.toLowerCase().replaceAll(/[\s_.-]+/g, "");
}
