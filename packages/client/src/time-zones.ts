// The public API of @modulex-instantly/client/time-zones. Every export listed here has to be supported.
export type { TimeZoneStandIn } from "./time-zones/time-zone-stand-in.ts";
export { knownTimeZones, timeZoneAdvice, timeZoneStandIn } from "./time-zones/time-zone-stand-in.ts";
export { timeZones } from "./time-zones/time-zones.gen.ts";
