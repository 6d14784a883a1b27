import type { ServerClock } from "./server-clock.ts";
import { serverAheadMs } from "./server-clock.ts";
import type { Moment, SentWrite } from "./with-write-log.ts";

/** The position of a timestamp: since the start of the write, before it, or unclear. */
export type WhenWritten = "since" | "before" | "unclear";

/** Compares the timestamps of an item with the start of the write. Null and undefined are ignored. */
export type PlaceMoments = (...moments: readonly unknown[]) => WhenWritten;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
// Tolerances: a timestamp up to `nearMs` before the start counts as "since", and one more than `farMs` before it as
// "before". Without the API's clock this machine's is used, which may be set to another time zone.
const WITH_CLOCK = { nearMs: 10 * SECOND, farMs: 45 * SECOND };
const WITHOUT_CLOCK = { nearMs: 2 * MINUTE, farMs: 26 * HOUR };

// A timestamp without a time zone would be parsed as local time. Earlier ones, like 1970 or the year 1, mean "none".
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;
const EARLIEST = Date.UTC(2015);

/** Creates the comparison with the start of a write. It uses the API's clock if that is known. */
export function placeMoments(write: SentWrite, clock: ServerClock): PlaceMoments {
  const tookMs = write.failed.steadyMs - write.startedAt;
  const startedThen = write.failed.wallMs + (serverAheadMs(write.serverDate) ?? Number.POSITIVE_INFINITY) - tookMs;
  const place = (moment: unknown): WhenWritten => {
    const time = typeof moment === "string" && MOMENT.test(moment) ? Date.parse(moment) : Number.NaN;
    const serverMs = clock.now();
    const nowMs = serverMs ?? Date.now();
    const { nearMs, farMs } = serverMs === undefined ? WITHOUT_CLOCK : WITH_CLOCK;
    // Two estimates, because either clock may have been changed since.
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

/** Returns how long ago a moment was, on two clocks. */
export function agesMs({ wallMs, steadyMs }: Moment): [number, number] {
  return [Date.now() - wallMs, performance.now() - steadyMs];
}

/** Tells whether an item was not written to since the write: it was changed before, or never after it was created. */
export function isUnwritten(
  item: { readonly timestamp_created?: unknown; readonly timestamp_updated?: unknown } | undefined,
  place: PlaceMoments,
): boolean {
  const { timestamp_created: created, timestamp_updated: updated } = item ?? {};
  return place(updated) === "before" || (typeof updated === "string" && MOMENT.test(updated) && updated === created);
}
