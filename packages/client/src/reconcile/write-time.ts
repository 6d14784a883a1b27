import type { ServerClock } from "./server-clock.ts";
import { serverAheadMs } from "./server-clock.ts";
import type { Moment, SentWrite } from "./with-write-log.ts";

/** Where a moment lies: after the beginning of the write, before it, or nobody can tell. */
export type WhenWritten = "since" | "before" | "unclear";

/** Places the moments that the API gives an item; null and undefined are left out. */
export type PlaceMoments = (...moments: readonly unknown[]) => WhenWritten;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
// How far the API's moments and the beginning of the write may be apart, to count as since and not to count as before.
// Without a clock of the API this machine's own counts, which may be set to another time zone.
const WITH_CLOCK = { nearMs: 10 * SECOND, farMs: 45 * SECOND };
const WITHOUT_CLOCK = { nearMs: 2 * MINUTE, farMs: 26 * HOUR };

// Without a zone it would be read as this machine's time; what is older stands for "none", like 1970 or the year 1.
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const EARLIEST = Date.UTC(2015);

/** Places moments against the beginning of a write, by the clock of the API where that is known. */
export function placeMoments(write: SentWrite, clock: ServerClock): PlaceMoments {
  const tookMs = write.failed.steadyMs - write.startedAt;
  const startedThen = write.failed.wallMs + (serverAheadMs(write.serverDate) ?? Number.POSITIVE_INFINITY) - tookMs;
  const place = (moment: unknown): WhenWritten => {
    const time = typeof moment === "string" && MOMENT.test(moment) ? Date.parse(moment) : Number.NaN;
    const serverMs = clock.now();
    const nowMs = serverMs ?? Date.now();
    const { nearMs, farMs } = serverMs === undefined ? WITHOUT_CLOCK : WITH_CLOCK;
    // Two estimates, because either clock may have been set since.
    const startedMs = Math.min(nowMs - tookMs - Math.max(...agesMs(write.failed)), startedThen);
    if (!(time >= EARLIEST)) return "unclear";
    if (time < startedMs - farMs) return "before";
    return time >= startedMs - nearMs && time <= nowMs + farMs ? "since" : "unclear";
  };
  return (...moments) => {
    const [first = "unclear", ...others] = moments.filter((moment) => moment != null).map(place);
    return others.every((other) => other === first) ? first : "unclear";
  };
}

/** How long ago a moment was, by two clocks. */
export function agesMs({ wallMs, steadyMs }: Moment): [number, number] {
  return [Date.now() - wallMs, performance.now() - steadyMs];
}

/** Whether an item was not written to since the write: it was changed before, or never since it was created. */
export function isUnwritten(
  item: { readonly timestamp_created?: unknown; readonly timestamp_updated?: unknown } | undefined,
  place: PlaceMoments,
): boolean {
  const { timestamp_created: created, timestamp_updated: updated } = item ?? {};
  return place(updated) === "before" || (typeof updated === "string" && MOMENT.test(updated) && updated === created);
}
