import { live } from "../control/live.ts";
import { distance, longTime, shortTime } from "./format-time.ts";
import { zoneFor } from "./zone.ts";

interface TimeProps {
  /** Virtual time, ISO 8601. */
  readonly at: string;
  /** The time zone of the campaign to which it belongs. */
  readonly zone?: string | null | undefined;
}

/** A virtual time in the time zone of the page. Its tooltip has the zone and the distance from the virtual now. */
export function Time({ at, zone }: TimeProps) {
  const now = live.value?.now ?? at;
  const shown = zoneFor(zone);
  return (
    <time dateTime={at} title={`${longTime(at, shown)} (${shown}), ${distance(at, now)}, virtual time`}>
      {shortTime(at, shown, now)}
    </time>
  );
}
