/**
 * The largest number of events in any rolling window. The end of a window is exclusive.
 *
 * @param moments the times of the events in milliseconds, in any order.
 */
export function worstWindow(moments: readonly number[], windowMs: number): number {
  const sorted = moments.toSorted((one, other) => one - other);
  let worst = 0;
  let first = 0;
  sorted.forEach((moment, index) => {
    while (moment - (sorted[first] ?? moment) >= windowMs) first += 1;
    worst = Math.max(worst, index - first + 1);
  });
  return worst;
}
