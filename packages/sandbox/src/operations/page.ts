/** The list envelope of the API. */
export interface WirePage<Item> {
  items: Item[];
  next_starting_after?: string;
}

/** A page; the cursor is there on every page that is not empty, even the last one. */
export function page<Stored, Item>(
  stored: readonly Stored[],
  render: (item: Stored) => Item,
  cursorOf: (item: Stored) => string,
): WirePage<Item> {
  const last = stored.at(-1);
  const items = stored.map(render);
  return last === undefined ? { items } : { items, next_starting_after: cursorOf(last) };
}
