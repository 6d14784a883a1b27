/** The list envelope of the API. */
export interface ListResponse<Item> {
  items: Item[];
  next_starting_after?: string;
}

/** Creates a list response. Every page that is not empty has a cursor, even the last one. */
export function listResponse<Stored, Item>(
  stored: readonly Stored[],
  render: (item: Stored) => Item,
  cursorOf: (item: Stored) => string,
): ListResponse<Item> {
  const last = stored.at(-1);
  const items = stored.map(render);
  return last === undefined ? { items } : { items, next_starting_after: cursorOf(last) };
}
