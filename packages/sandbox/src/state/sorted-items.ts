/** The index of the first item whose id is greater than the given one, in items sorted by id. */
export function positionAfter(items: readonly { readonly id: string }[], id: string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.id ?? "") > id) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The item with the given id, in items sorted by id. */
export function itemWithId<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined {
  const item = items[positionAfter(items, id) - 1];
  return item?.id === id ? item : undefined;
}
