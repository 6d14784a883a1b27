/** The median: the middle number, or the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error("there is no median of no numbers");
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
