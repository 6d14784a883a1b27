import { computed } from "@preact/signals";
import { changedAddress, go, parameter } from "../address/address.ts";

/** The time zone of this computer. */
export const localZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `campaign`: each time in the zone of its campaign; times that belong to none are in UTC. */
export type ZoneChoice = "utc" | "local" | "campaign";

/** The time zone of all times on the page, from the address. */
export const zoneChoice = computed<ZoneChoice>(() => {
  const chosen = parameter("zone");
  return chosen === "local" || chosen === "campaign" ? chosen : "utc";
});

export function chooseZone(choice: ZoneChoice): void {
  go(changedAddress({ zone: choice === "utc" ? null : choice }), { replace: true });
}

/** The zone in which to show a time, given that of its campaign. */
export function zoneFor(campaignZone?: string | null): string {
  if (zoneChoice.value === "local") return localZone;
  if (zoneChoice.value === "campaign") return campaignZone ?? "UTC";
  return "UTC";
}
