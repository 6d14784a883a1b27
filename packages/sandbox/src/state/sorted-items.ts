import { partitionPoint } from "../indexes/partition-point.ts";

/** The index of the first item whose id is greater than the given one, in items sorted by id. */
export function positionAfter(items: readonly { readonly id: string }[], id: string): number {
  return partitionPoint(0, items.length, (index) => (items[index]?.id ?? "") <= id);
}

/** The item with the given id, in items sorted by id. */
export function itemWithId<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined {
  const item = items[positionAfter(items, id) - 1];
  return item?.id === id ? item : undefined;
}
