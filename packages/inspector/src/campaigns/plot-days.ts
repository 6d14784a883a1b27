import type { DayCount } from "@modulex-instantly/sandbox";

const DAY = 86_400;
/** A plot of fewer days has too wide bars. */
const LEAST_DAYS = 10;

/** The columns of the plot. A day is its UTC midnight in seconds, whatever its zone, so that all days are equally long. */
export interface PlotDays {
  readonly days: number[];
  readonly sent: (number | null)[];
  /** Planned ones stand on top of those that were sent. */
  readonly sentInAll: (number | null)[];
  readonly received: (number | null)[];
  readonly receivedInAll: (number | null)[];
}

/** The days between the first and the last one, those without emails included. */
export function plotDays(counts: readonly DayCount[], today: string): PlotDays {
  const byDay = new Map(counts.map((count) => [secondsOf(count.day), count]));
  const known = [...byDay.keys(), secondsOf(today)];
  const first = Math.min(...known);
  const last = Math.max(...known, first + (LEAST_DAYS - 1) * DAY);
  const plot: PlotDays = { days: [], sent: [], sentInAll: [], received: [], receivedInAll: [] };
  for (let day = first; day <= last; day += DAY) {
    const { sent = 0, received = 0, plannedSent = 0, plannedReceived = 0 } = byDay.get(day) ?? {};
    plot.days.push(day);
    plot.sent.push(sent || null);
    plot.sentInAll.push(plannedSent === 0 ? null : sent + plannedSent);
    plot.received.push(received || null);
    plot.receivedInAll.push(plannedReceived === 0 ? null : received + plannedReceived);
  }
  return plot;
}

/** A day such as `2026-09-07` as its UTC midnight in seconds. */
export function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}
