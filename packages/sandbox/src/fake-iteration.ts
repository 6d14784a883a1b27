/** What the `iterate` methods of the client return. */
export interface FakeIteration<Item> extends AsyncIterable<Item> {
  pages(): AsyncIterable<{ readonly items: Item[]; readonly nextStartingAfter: string | undefined }>;
  collect(options: { readonly max: number }): Promise<Item[]>;
}

/**
 * Creates the result of an `iterate` method for a mock: the items on one page. It can be used several times, as a real
 * iteration can.
 *
 * @throws TypeError if `items` is not an array; from `collect`, if `max` is not an integer of at least 0.
 */
export function fakeIteration<Item>(items: readonly Item[]): FakeIteration<Item> {
  if (!Array.isArray(items)) throw new TypeError(`fakeIteration: expected an array of items, found ${typeof items}`);
  return {
    async *pages() {
      if (items.length > 0) yield { items: [...items], nextStartingAfter: undefined };
    },
    async *[Symbol.asyncIterator]() {
      yield* items;
    },
    async collect(given) {
      const max = given?.max;
      if (!Number.isInteger(max) || max < 0) {
        throw new TypeError(`collect requires max, an integer of at least 0, found ${String(max)}`);
      }
      return items.slice(0, max);
    },
  };
}
